import { describe, expect, it } from "vitest";
import { companyName } from "../../../../../src/domain/customers/joins/company-name.ts";
import { simplified } from "../../../../../src/domain/customers/joins/simplified.ts";

describe("a company's name in parts", () => {
  it.each([
    ["Müller Bau GmbH", "Mueller Bau G.m.b.H.", "gmbh"],
    ["Nordlicht GmbH & Co. KG", "Nordlicht GmbH und Co KG", "gmbh-co-kg"],
    ["Ferretería García, S.L.", "Ferreteria Garcia SL", "sl"],
    ["Wisła Sp. z o.o.", "Wisla sp zoo", "sp-zoo"],
    ["Fjordfisk A/S", "Fjordfisk AS", "as"],
    ["Sharma Pvt. Ltd.", "Sharma Private Limited", "pvt-ltd"],
    ["Huaxin Technology Co., Ltd.", "HUAXIN TECHNOLOGY LIMITED", "ltd"],
    ["北京华信科技有限公司", "北京市华信科技有限责任公司", "cn-ltd"],
    ["臺灣綠能科技股份有限公司", "台湾绿能科技股份有限公司", "cn-plc"],
    ["株式会社広島精機", "広島精機株式会社", "kk"],
    ["주식회사 한빛전자", "한빛전자 주식회사", "kr-corp"],
    ["ＡＢＣ Corp.", "abc Incorporated", "corp"],
  ])("is the same in %s and %s", (one, other, form) => {
    expect(companyName(one).core).toBe(companyName(other).core);
    expect([companyName(one).form, companyName(other).form]).toEqual([form, form]);
  });

  it("tells a brand from its place and its trade", () => {
    expect(companyName("上海华信信息技术有限公司")).toMatchObject({
      tokens: ["华信", "信息技术"],
      places: ["上海"],
      trades: ["信息技术"],
    });
    expect(companyName("华信（北京）科技有限公司")).toMatchObject({
      tokens: ["华信", "科技"],
      places: ["北京"],
    });
  });

  it("leaves a name that is nothing but a form or a place", () => {
    for (const name of ["Limited", "AG", "有限公司", "北京", "Co"])
      expect(companyName(name).core).not.toBe("");
  });

  it("simplifies one character by one", () => {
    expect(simplified("國際貿易集團勞務")).toBe("国际贸易集团劳务");
  });
});

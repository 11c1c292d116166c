/** Small texts in encodings that Node cannot write, as bytes in hexadecimal. */
export const ENCODED = [
  {
    encoding: "gb18030",
    hex: "69642c6e616d650d0a4b482d312cb1b1bea9cabec0fdbfc6bcbcd3d0cfdeb9abcbbe0d0a4b482d322cd6d8b5e3bfcdbba70d0a",
    text: "id,name\r\nKH-1,北京示例科技有限公司\r\nKH-2,重点客户\r\n",
  },
  { encoding: "gb18030", hex: "69642c6e6f74650a412cd2d1b8b6bfee0a", text: "id,note\nA,已付款\n" },
  {
    encoding: "big5",
    hex: "69642c6e616d650a412cabc8a4e1a657bad90a422ca578a55fb4fab8d5a4bda5710a",
    text: "id,name\nA,客戶名稱\nB,台北測試公司\n",
  },
  {
    encoding: "shift_jis",
    hex: "69642c6e616d650a412c8a948eae89ef8ed08365835883670a422c938c8b9e93730a",
    text: "id,name\nA,株式会社テスト\nB,東京都\n",
  },
  {
    encoding: "euc-kr",
    hex: "69642c6e616d650a412cc1d6bdc4c8b8bbe720c5d7bdbac6ae0a422cb0edb0b40a",
    text: "id,name\nA,주식회사 테스트\nB,고객\n",
  },
  {
    encoding: "windows-1252",
    hex: "69642c6e616d650a412c4dfc6c6c657220262053f6686e650a422c31322c353020800a432c4372e964697420e0206c92e974e90a",
    text: "id,name\nA,Müller & Söhne\nB,12,50 €\nC,Crédit à l’été\n",
  },
  {
    encoding: "windows-1250",
    hex: "69642c6e616d650a412c57726f63b361770a422c476461f1736b207370f3b36b610a",
    text: "id,name\nA,Wrocław\nB,Gdańsk spółka\n",
  },
  {
    encoding: "windows-1251",
    hex: "69642c6e616d650a412ccecece20d0eeece0f8eae00a422ceeefebe0f7e5edee0a",
    text: "id,name\nA,ООО Ромашка\nB,оплачено\n",
  },
] as const;

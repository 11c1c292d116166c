import { expect, it } from "vitest";
import { asWritten, phrase } from "../../../../../src/domain/phrase.ts";
import { geography } from "../../../../../src/domain/value/segments/geography.ts";
import { valued } from "./valued.ts";

const assign = (...countries: Array<string | null>) =>
  geography.assign(countries.map((country) => valued({ country })));

it("puts the country with most customers first, those of one size by name, who has none last", () => {
  const { segments, assigned } = assign("FR", null, "DE", " ", "US", "AT", "US", null, "FR");
  expect(segments.map(({ key }) => key)).toEqual(["FR", "US", "AT", "DE", "no country"]);
  expect(assigned).toEqual(["FR", "no country", "DE", "no country", "US", "AT", "US", "no country", "FR"]);
});

it("takes a name as it is written but for blanks around it", () => {
  expect(assign(" DE", "DE ", "de").segments.map(({ key }) => key)).toEqual(["DE", "de"]);
});

it("says what a customer of a segment has in common", () => {
  const [germany, none] = assign("DE", "DE", null).segments;
  expect(germany).toEqual({
    key: "DE",
    name: asWritten("DE"),
    criterion: phrase("segment.country.named.criterion", { key: "DE" }),
  });
  expect(none).toEqual({
    key: "no country",
    name: phrase("segment.country.none.name"),
    criterion: phrase("segment.country.none.criterion"),
  });
});

import { describe, expect, it } from "vitest";
import type { EnrollmentListItem, EnrollmentPage } from "@/lib/enrollments/data";
import { rowsOf, withPage } from "./enrollment-pages";

const page = (ids: string, next: string | null): EnrollmentPage => ({
  rows: [...ids].map((id) => ({ id }) as EnrollmentListItem),
  next,
  previous: null,
  membersAt: null,
});
const list = { pages: [page("abc", "c"), page("def", "f"), page("ghi", null)], pageParams: [null, "c", "f"] };
const idsOf = ({ pages }: typeof list) =>
  rowsOf(pages)
    .rows.map(({ id }) => id)
    .join("");

describe("a page that is read again", () => {
  it("moves the start of the next one to where it ends now, so that nothing between them is lost", () => {
    const newer = withPage(list, { index: 0, after: null }, page("xya", "a"));
    expect(newer.pageParams).toEqual([null, "a", "f"]);
    const whole = withPage(newer, { index: 1, after: "a" }, page("bcd", "d"));
    expect(
      withPage(whole, { index: 2, after: "d" }, page("efg", "g")).pages.map(({ rows }) => rows.length),
    ).toEqual([3, 3, 3]);
    expect(idsOf(whole)).toBe("xyabcdghi");
  });

  it("ends the list where nothing follows any more", () => {
    const shorter = withPage(list, { index: 1, after: "c" }, page("d", null));
    expect(idsOf(shorter)).toBe("abcd");
    expect(shorter.pageParams).toEqual([null, "c"]);
  });

  it("leaves alone a list in which that page begins elsewhere by now", () => {
    expect(withPage(list, { index: 1, after: "b" }, page("zzz", "z"))).toBe(list);
    expect(withPage(list, { index: 7, after: "c" }, page("zzz", "z"))).toBe(list);
  });
});

describe("the rows of all pages", () => {
  it("show a run once that has moved on to a page which was read later", () => {
    const { rows, pageOf } = rowsOf([page("abc", "c"), page("bde", "e")]);
    expect(rows.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
    expect(pageOf).toEqual([0, 0, 0, 1, 1]);
  });
});

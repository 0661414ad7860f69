import { describe, expect, it } from "vitest";
import { type Row, withTables } from "./table";

const row = (over: Partial<Row>): Row => ({
  ...{
    group: "timeline",
    name: "timeline",
    runs: 50,
    p50Ms: 4,
    p95Ms: 9,
    maxMs: 12,
    plan: "Index ledger_timeline (12)",
  },
  ...over,
});

describe("the tables of what reports take", () => {
  it("stand behind the text at first, and take their own place afterwards", () => {
    const first = withTables("# Speed\n\nText.\n", [row({})], "About.");
    expect(first).toMatch(/^# Speed\n\nText\.\n\n<!-- .+ -->\nAbout\.\n/);
    expect(first).toContain("| timeline | 4 | 9 | 12 | Index ledger_timeline (12) |");
    const again = withTables(`${first}\nBehind it.\n`, [row({ p50Ms: 5 })], "Anew.");
    expect(again).toContain("| timeline | 5 | 9 | 12 |");
    expect(again).not.toContain("About.");
    expect(again).toMatch(/\nBehind it\.\n$/);
  });

  it("say which marks were missed", () => {
    const text = withTables("", [row({ p95Ms: 51 }), row({ group: "browser", name: "tag", p95Ms: 99 })], "");
    expect(text).toContain("### browser: p95 at most 99 ms of 100");
    expect(text).toContain("| timeline | 4 | 51 **missed** | 12 |");
    expect(text.match(/missed/g)).toHaveLength(1);
  });
});

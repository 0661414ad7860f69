import { describe, expect, it } from "vitest";
import { listQueryOf } from "./filter-fields";
import { openedView, presetsFor } from "./view-presets";

const view = { id: "v1", name: "Late", query: "tag=vip&status=active", isShared: false, isMine: true };

describe("a saved view", () => {
  it("is unchanged while its filters are the same, in whichever order the address has them", () => {
    const address = new URLSearchParams("saved=v1&status=active&tag=vip&run=r");
    expect(openedView([view], address)).toEqual({ view, isChanged: false });
  });

  it("is changed by a filter more, less or other, and by another order", () => {
    for (const query of ["status=active", "status=active&tag=vip&sort=next", "status=paused&tag=vip"]) {
      expect(openedView([view], new URLSearchParams(`saved=v1&${query}`))?.isChanged).toBe(true);
    }
  });

  it("is none where it was deleted", () => {
    expect(openedView([], new URLSearchParams("saved=v1&status=active"))).toBeNull();
  });
});

describe("the views that everybody has", () => {
  it("are written as addresses of the list are, so that each is found again", () => {
    for (const { query } of presetsFor("0197a1b2-0000-7000-8000-000000000001")) {
      expect(listQueryOf(new URLSearchParams(query))).toBe(query);
    }
  });
});

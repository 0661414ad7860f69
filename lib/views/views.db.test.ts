import { describe, expect, it } from "vitest";
import { makeAccount, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { AppError } from "@/lib/errors";
import { listViews } from "./data";
import { changeView, deleteView, saveView } from "./mutations";
import { MOST_VIEWS } from "./schema";

const database = useTestDatabase();

async function arrange() {
  const accountId = await makeAccount();
  const ana = { userId: await makeMember(accountId, "manager"), mayShare: true };
  const bo = { userId: await makeMember(accountId, "viewer"), mayShare: false };
  return { accountId, ana, bo };
}
const wish = { name: "Waiting long", query: "status=active&waiting=3&sort=next", isShared: false };

describe("saved views", () => {
  it("are a person's own or everybody's, and changed by whoever may", async () => {
    const { accountId, ana, bo } = await arrange();
    const own = await saveView(accountId, { ...wish, ...bo });
    const shared = await saveView(accountId, { ...wish, isShared: true, ...ana });
    expect(await listViews(accountId, ana)).toEqual([{ ...shared, isMine: true }]);
    const seen = await listViews(accountId, bo);
    expect(seen.map(({ id, isShared, isMine }) => ({ id, isShared, isMine }))).toEqual(
      expect.arrayContaining([
        { id: own.id, isShared: false, isMine: true },
        { id: shared.id, isShared: true, isMine: false },
      ]),
    );
    await expect(saveView(accountId, { ...wish, isShared: true, ...bo })).rejects.toEqual(
      new AppError("forbidden"),
    );
    const refused = new AppError("not_found", "view_of_all");
    await expect(changeView(accountId, { viewId: shared.id, name: "Mine", ...bo })).rejects.toEqual(refused);
    await expect(deleteView(accountId, { viewId: shared.id, ...bo })).rejects.toEqual(refused);
    const unknown = new AppError("not_found", "view_not_found");
    await expect(deleteView(accountId, { viewId: own.id, ...ana })).rejects.toEqual(unknown);
    await expect(deleteView(await makeAccount(), { viewId: shared.id, ...ana })).rejects.toEqual(unknown);
    expect(await changeView(accountId, { viewId: own.id, name: "Older", ...bo })).toMatchObject({
      ...{ name: "Older", query: own.query },
    });
    await deleteView(accountId, { viewId: own.id, ...bo });
    expect(await listViews(accountId, bo)).toHaveLength(1);
  });

  it("keep a filter and its order, without the place of a page, and refuse what is no filter", async () => {
    const { accountId, ana } = await arrange();
    const saved = await saveView(accountId, {
      ...wish,
      query: `${wish.query}&after=x&run=7&tag=`,
      ...ana,
    }).catch((error) => error);
    expect(saved).toEqual(new AppError("invalid", "view_query_invalid"));
    const kept = await saveView(accountId, { ...wish, query: `${wish.query}&after=x&run=7`, ...ana });
    expect(kept.query).toBe(wish.query);
    await expect(
      changeView(accountId, { viewId: kept.id, query: "status=sleeping", ...ana }),
    ).rejects.toEqual(new AppError("invalid", "view_query_invalid"));
  });

  it("leave out what the filter no longer knows when they are read", async () => {
    const { accountId, ana } = await arrange();
    const { id } = await saveView(accountId, { ...wish, ...ana });
    await database.sql`update saved_views set query = 'status=asleep&waiting=3&gone=1' where id = ${id}`;
    expect(await listViews(accountId, ana)).toMatchObject([{ query: "waiting=3" }]);
  });

  it("have one name each, whatever its case, and are not more than fifty", async () => {
    const { accountId, ana } = await arrange();
    const taken = new AppError("conflict", "view_name_taken", { fields: { name: "view_name_taken" } });
    const both = await Promise.allSettled([
      saveView(accountId, { ...wish, ...ana }),
      saveView(accountId, { ...wish, name: "WAITING LONG", ...ana }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const other = await saveView(accountId, { ...wish, name: "Other", ...ana });
    await expect(changeView(accountId, { viewId: other.id, name: "waiting long", ...ana })).rejects.toEqual(
      taken,
    );
    for (let n = 2; n < MOST_VIEWS; n++) await saveView(accountId, { ...wish, name: `View ${n}`, ...ana });
    await expect(saveView(accountId, { ...wish, name: "One more", ...ana })).rejects.toEqual(
      new AppError("limited", "views_limited"),
    );
    await saveView(accountId, { ...wish, name: "Everybody's", isShared: true, ...ana });
  });
});

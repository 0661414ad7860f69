import { createServer } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callHttp } from "./call-http";

/** What must never be reached: a listener on every address of this machine that counts who comes. */
let connections = 0;
const canary = createServer((_request, response) => void response.end("secret"));
canary.on("connection", () => void connections++);
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, "::", resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => {
  canary.closeAllConnections();
  return new Promise((resolve) => canary.close(resolve));
});

const call = (url: string, lookup?: LookupFunction, allowsPrivate = false) =>
  callHttp({
    ...{
      method: "POST" as const,
      url,
      headers: {},
      body: "{}",
      timeoutMs: 5_000,
      guard: { allowsPrivate },
      lookup,
    },
  });

async function expectRefused(url: string, lookup?: LookupFunction) {
  const before = connections;
  expect(await call(url, lookup)).toMatchObject({ kind: "failure", isSent: false, code: "private_address" });
  expect(connections).toBe(before);
}

/** A resolver that gives each of the answers in turn, and the last one from then on. */
function resolver(...answers: { address: string; family: 4 | 6 }[][]) {
  const asked: string[] = [];
  const lookup: LookupFunction = (name, options, done) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(name);
    if (options.all) done(null, answer);
    else done(null, answer[0]?.address ?? "", answer[0]?.family);
  };
  return { lookup, asked };
}

const at = (address: string) => ({ address, family: address.includes(":") ? (6 as const) : (4 as const) });

describe("addresses that are not of the public internet", () => {
  it("are really there to be reached, which is what refusing them is worth", async () => {
    const before = connections;
    expect(await call(`http://127.0.0.1:${port}/`, undefined, true)).toMatchObject({ body: "secret" });
    expect(connections).toBe(before + 1);
  });

  it.each([
    // This machine, however it is written.
    ...["127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0177.0.0.1", "017700000001"],
    ...[
      "0177.0000.0000.0001",
      "0x7f.0.0.1",
      "0x7f000001",
      "0x7f.1",
      "0X7F.0x0.0x0.0x1",
      "127.0.0.1.",
      "127.1.",
    ],
    ...["localhost", "LOCALHOST", "0", "0x0", "00", "0.0.0.0", "0.0.0.0."],
    ...["１２７．０．０．１", "①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ"],
    ...["example.com@127.0.0.1", "127.0.0.1:80@127.0.0.1", "user:pass@localhost"],
    ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
    ...["[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::ffff:0:7f00:1]"],
    // This machine or a neighbour behind a translation of addresses.
    ...[
      "[64:ff9b::127.0.0.1]",
      "[64:ff9b::a00:1]",
      "[64:ff9b:1::7f00:1]",
      "[2002:7f00:1::]",
      "[2001:0:7f00:1::]",
    ],
    // Neighbours.
    ...["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.255.255"],
    ...["100.64.0.1", "100.127.255.254", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]", "[fec0::1]"],
    // What a cloud tells its machines of themselves.
    ...[
      "169.254.169.254",
      "0xa9fea9fe",
      "2852039166",
      "0251.0376.0251.0376",
      "169.254.170.2",
      "[fd00:ec2::254]",
    ],
    ...["[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]"],
    // Everybody at once, nobody, and what is kept for examples and tests.
    ...["224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "0.1.2.3", "[ff02::1]", "[100::1]"],
    ...[
      "192.0.0.1",
      "192.0.0.170",
      "192.0.2.1",
      "192.88.99.1",
      "198.18.0.1",
      "198.19.255.254",
      "198.51.100.1",
    ],
    ...["203.0.113.1", "[2001:db8::1]", "[3fff::1]", "[5f00::1]", "[2001:2::1]"],
  ])("are refused: %s", (host) => expectRefused(`http://${host}:${port}/`));

  it("are not reached by a name with a dot at its end, whether or not this machine resolves it", async () => {
    const before = connections;
    const result = await call(`http://localhost.:${port}/`);
    expect(result).toMatchObject({ code: expect.stringMatching(/^(private_address|enotfound|eai_again)$/) });
    expect(connections).toBe(before);
  });

  it("are refused over https as well, before anything is said", () =>
    expectRefused(`https://127.0.0.1:${port}/`));

  it("are refused when a host name hides them in what follows it", () =>
    expectRefused(`http://127.0.0.1:${port}\\@example.com/`));

  it.each([
    "127.0.0.1",
    "10.0.0.8",
    "169.254.169.254",
    "100.64.3.4",
    "::1",
    "fd00::5",
    "::ffff:10.0.0.8",
    "::7f00:1",
    "4000::1",
  ])("are refused where a name leads to %s", async (address) => {
    const { lookup, asked } = resolver([at(address)]);
    await expectRefused(`http://gateway.example:${port}/`, lookup);
    expect(asked).toEqual(["gateway.example"]);
  });

  it("are refused where only one of a name's addresses is such", async () => {
    const both = resolver([at("1.1.1.1"), at("127.0.0.1")]);
    await expectRefused(`http://gateway.example:${port}/`, both.lookup);
    const other = resolver([at("2606:4700::1111"), at("::1")]);
    await expectRefused(`http://gateway.example:${port}/`, other.lookup);
  });

  it("are refused behind names of every kind of letters", async () => {
    const { lookup, asked } = resolver([at("127.0.0.1")]);
    await expectRefused(`http://bücher.example:${port}/`, lookup);
    await expectRefused(`http://gateway.example.:${port}/`, lookup);
    expect(asked).toEqual(["xn--bcher-kva.example", "gateway.example."]);
  });

  it("are not reached by a name that changes its answer: what was judged is what is connected to", async () => {
    const { lookup, asked } = resolver([at("1.1.1.1")], [at("127.0.0.1")]);
    const before = connections;
    // The public address may answer or not; whatever it does, the name is asked once.
    await call(`http://gateway.example:${port}/`, lookup);
    expect(asked).toHaveLength(1);
    expect(connections).toBe(before);
    await expectRefused(`http://gateway.example:${port}/`, lookup);
  });

  it.each([301, 302, 303, 307, 308])("are not reached by a redirect with %d", async (status) => {
    const location = `http://127.0.0.1:${port}/`;
    const redirecting = createServer(
      (_request, response) => void response.writeHead(status, { location }).end(),
    );
    await new Promise<void>((resolve) => redirecting.listen(0, "127.0.0.1", resolve));
    const before = connections;
    const { port: first } = redirecting.address() as AddressInfo;
    expect(await call(`http://127.0.0.1:${first}/`, undefined, true)).toMatchObject({
      kind: "answer",
      status,
    });
    expect(connections).toBe(before);
    await new Promise((resolve) => redirecting.close(resolve));
  });

  it("keep nobody's address but one from being called where they are allowed", () =>
    call(`http://0.0.0.0:${port}/`, undefined, true).then((result) =>
      expect(result).toMatchObject({ kind: "failure", code: "private_address" }),
    ));
});

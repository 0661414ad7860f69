import { type ReactNode, Suspense } from "react";

type LaterProps<Value> = {
  /** Already on its way, so that nothing waits for another part of the page. */
  of: Promise<Value>;
  /** What stands there until it has come: of the same size. */
  shape: ReactNode;
  children: (value: Value) => ReactNode;
};

/** A part of a page that is sent when its data is there. */
export function Later<Value>({ shape, ...props }: LaterProps<Value>) {
  return (
    <Suspense fallback={shape}>
      <Arrived {...props} />
    </Suspense>
  );
}

async function Arrived<Value>({ of, children }: Omit<LaterProps<Value>, "shape">) {
  return children(await of);
}

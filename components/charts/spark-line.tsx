import { sparkPoints } from "./spark-points";

const WIDTH = 84;
const HEIGHT = 20;

/** A line in a row of a table; `text` says what it shows. */
export function SparkLine({ values, text }: { values: readonly number[]; text: string }) {
  return (
    <svg role="img" aria-label={text} width={WIDTH} height={HEIGHT} className="block text-primary">
      <title>{text}</title>
      <polyline
        points={sparkPoints(values, WIDTH, HEIGHT)}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

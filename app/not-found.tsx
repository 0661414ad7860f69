import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFound() {
  return (
    <main className="grid min-h-[60dvh] content-center">
      <NothingHere />
    </main>
  );
}

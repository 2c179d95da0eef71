import { Skeleton } from "#components/ui/skeleton.tsx";

type DeskLoadingProps = {
  words: string;
  /** How high each of its cards is, as a class. */
  cards: readonly string[];
};

/** The shape of a page of the desk while it loads: its title and its cards. */
export const DeskLoading = ({ words, cards }: DeskLoadingProps) => (
  <div aria-busy="true" className="grid gap-4">
    <span role="status" className="sr-only">
      {words}
    </span>
    <Skeleton className="h-8 w-56 rounded-card" />
    {cards.map((height) => (
      <Skeleton key={height} className={`${height} rounded-panel`} />
    ))}
  </div>
);

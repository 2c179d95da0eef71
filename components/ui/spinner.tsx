/** A turning ring, as high as the text beside it. Says nothing by itself: the control beside it does. */
export const Spinner = () => (
  <span
    aria-hidden="true"
    className="inline-block size-[1em] animate-spin rounded-full border-2 border-current border-t-transparent opacity-80"
  />
);

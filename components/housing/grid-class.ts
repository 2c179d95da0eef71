/** The columns of a page of homes, and of what stands there while they load. */
export const gridClass = "grid gap-5 sm:grid-cols-2 lg:grid-cols-3";

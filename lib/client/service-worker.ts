/** How a page learns of a new version, and takes it when its person says so. */
type Update = { apply: () => void };

const HOUR_MS = 60 * 60 * 1000;

const reload = (): void => window.location.reload();

const updateBy = (worker: ServiceWorker): Update => ({
  apply: () => {
    worker.addEventListener("statechange", () => worker.state === "activated" && reload());
    worker.postMessage("take over");
  },
});

/**
 * Lets this browser show the page without a network from now on. `onUpdate` is called when a new version is ready; the page
 * goes on with its own until `apply` is called.
 */
export const registerServiceWorker = async (onUpdate: (update: Update) => void): Promise<void> => {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const tell = (worker: ServiceWorker): void => {
    // The first one that is ever installed replaces nothing.
    if (registration.active) onUpdate(updateBy(worker));
  };
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && tell(worker));
  if (registration.waiting) tell(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Another tab has taken the new version: the files of this page's own are gone.
  serviceWorker.addEventListener("controllerchange", () => onUpdate({ apply: reload }));
  const look = (): void => void registration.update().catch(() => undefined);
  setInterval(look, HOUR_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
};

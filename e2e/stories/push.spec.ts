import { expect, test } from "@playwright/test";
import { createVisitor, type Visitor } from "./visitor.ts";

const ENDPOINT = "https://push.example.invalid/browser";
const KEYS = {
  p256dh: "BOF3VUtT_--FPBTSVXMSQzKlfnav56UO9e6GP7hvd7YQJL0vLcNt3CPViRSPjh82nOB8E_TMrIUF1mIHRzzbLKQ",
  auth: "q9eyUAtwgRg_-pmIWMwaRA",
};

/**
 * A browser whose person agrees, with a push service: its maker's lies beyond this machine, and one without a window shows
 * nothing. What its worker does with a push is in `lib/server/service-worker-push.test.ts`.
 */
const withPushService = async ({ context }: Visitor): Promise<void> => {
  await context.addInitScript(
    ({ endpoint, keys }) => {
      const KEY = "a subscription of this browser";
      const subscription = {
        endpoint,
        toJSON: () => ({ endpoint, expirationTime: null, keys }),
        unsubscribe: async () => {
          localStorage.removeItem(KEY);
          return true;
        },
      };
      Object.defineProperty(Notification, "permission", { get: () => "granted" });
      Notification.requestPermission = async () => "granted";
      Object.assign(PushManager.prototype, {
        subscribe: async () => {
          localStorage.setItem(KEY, "1");
          return subscription;
        },
        getSubscription: async () => (localStorage.getItem(KEY) ? subscription : null),
      });
    },
    { endpoint: `${ENDPOINT}/${crypto.randomUUID()}`, keys: KEYS },
  );
};

test("notifications on this device are turned on, tried and turned off, and each refusal says why", async ({ browser }) => {
  const maya = await createVisitor(browser);
  const { page } = maya;
  await withPushService(maya);
  await maya.registers("Maya", "a student");
  await page.goto("/settings/notifications");
  await maya.isInstalled();
  await page.reload();
  const onDevice = page.getByRole("switch", { name: "Notifications on this device" });
  await expect(onDevice).not.toBeChecked();
  await onDevice.click();
  await expect(onDevice).toBeChecked();
  await expect(page.getByText("None has been sent yet.")).toBeVisible();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("The push service of this browser did not take it.")).toBeVisible();
  await page.reload();
  await expect(onDevice).toBeChecked();
  await onDevice.click();
  await expect(onDevice).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  await maya.context.setOffline(true);
  await onDevice.click();
  await expect(page.getByText("That did not work. Try again.")).toBeVisible();
  await expect(onDevice).not.toBeChecked();
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});

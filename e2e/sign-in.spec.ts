import { demo, expect, signIn, test } from "./support/fixtures";

test("the demo account opens with the sign-in that the start prints", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a wrong password is refused in words and keeps the email", async ({ visitor }) => {
  await visitor.goto("/sign-in");
  await visitor.getByLabel("Email").fill(demo.email);
  await visitor.getByLabel("Password").fill("not the password");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(visitor.getByLabel("Email")).toHaveValue(demo.email);
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test("a page asked for before signing in opens after it", async ({ visitor }) => {
  await visitor.goto("/");
  await expect(visitor).toHaveURL(/\/sign-in/);
  await signIn(visitor);
  await expect(visitor.getByRole("navigation").first()).toBeVisible();
});

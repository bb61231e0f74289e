import type { Locator, Page } from 'playwright-core';

/** What is on the page now; the tests read the words and not how they are drawn. */
export function mainOf(page: Page): Locator {
  return page.getByRole('main');
}

/** The button of the page that does it; the head and the list of next steps may both offer it. */
export async function press(page: Page, name: string): Promise<void> {
  await mainOf(page).getByRole('button', { name, exact: true }).first().click();
}

/** Presses, reads the question that opens, and confirms it with the button of this name. */
export async function pressAndConfirm(page: Page, name: string, confirm = name): Promise<void> {
  await press(page, name);
  await confirmDialog(page, confirm);
}

export async function confirmDialog(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The chip in the head of a case, a notice or a payment. */
export async function seeState(page: Page, state: string): Promise<void> {
  await mainOf(page).getByText(state, { exact: true }).first().waitFor();
}

export async function seeStatus(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor();
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Where something that just came to be stands. */
export async function idInAddress(page: Page, under: string): Promise<string> {
  const address = new RegExp(`/${under}/([0-9a-f-]{36})`);
  await page.waitForURL(address);
  return address.exec(page.url())?.[1] ?? '';
}

export const plainSpaces = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').trim();

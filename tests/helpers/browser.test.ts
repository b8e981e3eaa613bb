import { openBrowser } from './browser';

it('shows a page', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();

  await page.setContent('<h1>Marburg</h1>');

  expect(await page.textContent('h1')).toBe('Marburg');
  await browser.close();
});

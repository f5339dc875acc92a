import { show } from '@waymark/shared/testing-web/show';
import { FileUpload } from './file-upload';

describe('FileUpload', () => {
  it('says the name and size of the chosen file', async () => {
    const { page, host } = await show(FileUpload, { name: 'f', label: 'F' });
    page.componentInstance.value.set(new File(['x'.repeat(2500)], 'people.csv'));
    await page.whenStable();
    expect(host.querySelector('[role=status]')?.textContent).toBe('people.csv, 3 kB');
  });
});

import { show, type } from '@waymark/shared/testing-web/show';
import { DateInput } from './date-input';

describe('DateInput', () => {
  it('shows a day in three boxes and gives it back as typed', async () => {
    const { page, host } = await show(DateInput, { name: 'd', label: 'D', value: '2027-06-04' });
    const boxes = [...host.querySelectorAll('input')];
    expect(boxes.map((box) => box.value)).toEqual(['4', '6', '2027']);
    type(boxes[1]!, 'July');
    expect(page.componentInstance.value()).toBe('2027-07-04');
  });

  it('keeps wrong text in its boxes', async () => {
    const { page, host } = await show(DateInput, { name: 'd', label: 'D' });
    const boxes = [...host.querySelectorAll('input')];
    type(boxes[0]!, '31');
    type(boxes[1]!, 'nonsense');
    await page.whenStable();
    expect(boxes.map((box) => box.value)).toEqual(['31', 'nonsense', '']);
    expect(page.componentInstance.value()).toBe('-nonsense-31');
  });
});

import { PROVIDER, stale } from '@waymark/shared/testing-web/open-page';
import { openPage } from '@waymark/people/testing-web/open-people-page';

const ada = {
  id: 'p1',
  givenName: 'Ada',
  familyName: 'Obi',
  email: 'ada@example.org',
  phone: null,
  pronouns: null,
  version: 1,
  employments: [],
  reports: 0,
};

describe('AddPersonPage', () => {
  it('keeps what was typed and leads from each error to its field', async () => {
    const { type, submit, answer, one, all } = await openPage('/people/new');
    type('#givenName', 'Ada');
    type('#employment-jobTitle', 'Analyst');
    await submit();
    await answer(
      '/people',
      {
        title: 'There is a problem',
        errors: [
          { code: 'malformed', pointer: '/familyName', detail: 'Enter a last name' },
          { code: 'malformed', pointer: '/employment/organisationId', detail: 'Choose an organisation' },
        ],
      },
      400,
    );
    expect(all('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual(['#familyName', '#employment-organisationId']);
    expect(one('#employment-organisationId-error').textContent).toContain('Choose an organisation');
    expect(one<HTMLInputElement>('#givenName').value).toBe('Ada');
    all('.govuk-error-summary a')[1]!.click();
    expect(document.activeElement?.id).toBe('employment-organisationId');
  });

  it('sends no job where none is given, and shows the person who was made', async () => {
    const { type, submit, answer, text, url } = await openPage('/people/new');
    type('#familyName', 'Obi');
    type('#email', 'ada@example.org');
    await submit();
    const sent = await answer('/people', ada, 201);
    expect(sent.body).toMatchObject({ providerId: PROVIDER, familyName: 'Obi', phone: null, employment: null });
    await answer('/people/p1', ada);
    expect(url()).toBe('/people/p1');
    expect(text()).toContain('Ada Obi added');
  });
});

describe('EditPersonPage', () => {
  it('takes over what only somebody else changed, without asking', async () => {
    const { answer, type, submit, http } = await openPage('/people/p1/edit');
    await answer('/people/p1', ada);
    type('#phone', '01245 606330');
    await submit();
    await answer('/people/p1', stale({ ...ada, familyName: 'Obi-Lane', version: 2 }), 409);
    const again = http.expectOne('/api/people/p1').request.body;
    expect(again).toMatchObject({ version: 2, familyName: 'Obi-Lane', phone: '01245 606330' });
  });

  it('asks about what both changed, and saves the choice', async () => {
    const { answer, type, submit, press, one, all, text } = await openPage('/people/p1/edit');
    await answer('/people/p1', ada);
    type('#familyName', 'Obi-Cole');
    type('#phone', '01245 606330');
    await submit();
    await answer('/people/p1', stale({ ...ada, familyName: 'Obi-Lane', version: 2 }), 409);
    expect(one('dialog h2').textContent).toBe('Sam Okoro changed this at 10:42 on 3 May 2027');
    expect(all('.clash legend').map((legend) => legend.textContent)).toEqual(['Last name']);
    expect(text()).not.toContain('Somebody else has changed this');
    all('.clash input')[1]!.click();
    await press('Save my choice');
    const sent = await answer('/people/p1', { ...ada, version: 3 });
    expect(sent.body).toMatchObject({ version: 2, familyName: 'Obi-Lane', phone: '01245 606330' });
  });
});

/** Top Talent, version 3: two days, as the programme team runs them. Times are wall-clock; a day of null waits in the tray. */
export interface Template {
  title: string;
  kind: string;
  day: number | null;
  at: string | null;
  minutes: number;
  mandatory?: boolean;
  mode?: 'in_person' | 'online';
  layout?: string;
  equipment?: string[];
  perGroup?: boolean;
  after?: number;
}

export const TOP_TALENT: Template[] = [
  { title: 'Registration and coffee', kind: 'break', day: 0, at: '09:00', minutes: 30, mandatory: false },
  {
    title: 'Welcome: leading through place',
    kind: 'plenary',
    day: 0,
    at: '09:30',
    minutes: 60,
    layout: 'cabaret',
    equipment: ['projector'],
  },
  { title: 'Systems leadership', kind: 'workshop', day: 0, at: '10:45', minutes: 90, layout: 'boardroom', perGroup: true, after: 1 },
  { title: 'Lunch and networking', kind: 'break', day: 0, at: '12:15', minutes: 60, mandatory: false },
  { title: 'Data and AI for leaders', kind: 'workshop', day: 0, at: '13:15', minutes: 90, layout: 'boardroom', perGroup: true },
  { title: 'First mentor meetings', kind: 'mentoring', day: 0, at: '15:00', minutes: 60, layout: 'boardroom', perGroup: true },
  { title: 'Reflection and close', kind: 'plenary', day: 0, at: '16:15', minutes: 15 },
  { title: 'Panel: one public service', kind: 'plenary', day: 1, at: '09:30', minutes: 45, layout: 'cabaret', equipment: ['projector'] },
  { title: 'Action learning set', kind: 'workshop', day: 1, at: '10:30', minutes: 75, layout: 'boardroom', perGroup: true },
  { title: 'Lunch and networking', kind: 'break', day: 1, at: '11:45', minutes: 60, mandatory: false },
  { title: 'Secondment fair', kind: 'placement', day: 1, at: '12:45', minutes: 90, layout: 'standing' },
  { title: 'Skills gap clinic', kind: 'mentoring', day: 1, at: '14:30', minutes: 45, layout: 'boardroom', perGroup: true },
  { title: 'Showcase and certificates', kind: 'plenary', day: 1, at: '15:30', minutes: 60, layout: 'theatre', equipment: ['projector'] },
  { title: 'Photographs', kind: 'break', day: null, at: null, minutes: 30, mandatory: false },
];

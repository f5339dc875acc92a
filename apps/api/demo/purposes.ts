/** What people do in a session, by its title: the same in the programme's plan and in every cohort that runs it. */
const PURPOSES: Record<string, string> = {
  'Registration and coffee': 'Sign in, collect your badge and meet the people you will work with.',
  'Welcome: leading through place': 'Hear why place matters to local public services, and agree what you want from the two days.',
  'Systems leadership': 'Map who holds a stake in a problem of your own, and choose one first step across organisations.',
  'Lunch and networking': 'Eat together. Each table has somebody from another service to talk to.',
  'Data and AI for leaders': 'Work through two cases from councils, and list what you would ask before using data or AI at work.',
  'First mentor meetings': 'Meet your mentor, agree how you will work together and put three dates in your diaries.',
  'Reflection and close': 'Write down what you take from the day and share one thing with your group.',
  'Panel: one public service': 'Question leaders from health, police, fire and councils about working as one public service.',
  'Action learning set': 'Bring a problem from your work. Your set asks open questions until you have a next step.',
  'Secondment fair': 'Talk to organisations that offer secondments, and sign up for those you want to know more about.',
  'Skills gap clinic': 'Go through your skills profile with an adviser and choose two skills to work on first.',
  'Showcase and certificates': 'Show what your group has made, hear from the other groups and receive your certificate.',
  Photographs: 'Photographs of the whole cohort. You can choose not to be in them.',
  'Sponsor briefing': 'Learn what participants need from you over the year, and how to open doors for them.',
  'Sponsor drop-in': 'Ask the programme team about the person you sponsor.',
  'Wellbeing check-in': 'Say how the programme fits with your work and life, and what would make it easier.',
  'Opening: why place matters': 'Meet your cohort, hear what the programme offers and share what your place means to you.',
  'Where we have got to': 'Tell the others what you have tried since the last day, and what happened.',
  'Mapping a system': 'Draw the people and organisations around an issue in your place, and see where change could start.',
  'Leading without authority': 'Practise winning the support of people who do not report to you.',
  Lunch: 'Eat together before the afternoon.',
  'Action learning': 'Take turns to bring a problem. The others ask questions until you have a next step.',
};

/** A title that several groups have with a number of their own, such as "Action learning set 2", has one purpose. */
export function purposeOf(title: string): string {
  const purpose = PURPOSES[title.replace(/ \d+$/, '')];
  if (purpose === undefined) throw new Error(`No purpose is written for the session "${title}"`);
  return purpose;
}

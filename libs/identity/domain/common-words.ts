/**
 * What most guessed passwords are built from, in lower case and without disguise. Our own list, kept short: a password of 15 characters falls
 * when it holds little else than these. Longest first does not matter; a word inside another may be left out.
 */
export const COMMON_WORDS: readonly string[] = `
password passw0rd passphrase passcode secret letmein welcome admin administrator login signin master access account
qwerty azerty asdf zxcv iloveyou loveyou princess sunshine dragon monkey football baseball basketball soccer cricket rugby
superman batman spiderman pokemon starwars minecraft fortnite freedom shadow whatever trustno trustnoone
changeme change temporary default guest user test tester testing demo example sample
computer internet keyboard laptop windows google facebook microsoft apple samsung android
hello goodbye please thankyou nothing something anything everything forever always never
january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter christmas easter halloween birthday holiday
liverpool chelsea arsenal everton tottenham manchester united city rangers celtic villa newcastle
london england britain scotland wales ireland essex kent
charlie daniel michael thomas jessica ashley jordan hannah george william jack harry oliver amelia sophie
mother father brother sister family friend friends babygirl babyboy angel lovely darling sweetheart honey
chocolate cookie banana orange cheese coffee pepper ginger flower butterfly rainbow purple yellow silver golden
tigger bailey buster max molly poppy
correcthorsebatterystaple correct horse battery staple openup opensesame sesame
council service public office work team learning training course school college
`
  .trim()
  .split(/\s+/)
  .filter((word) => word.length >= 4);

// For the page that shows every component; the product itself does not use it.
export { ScheduleBoardExamples } from './schedule-board/schedule-board-examples';

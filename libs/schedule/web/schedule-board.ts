// The schedule board's public face; its parts stay inside the folder.
export * from './schedule-board/board-model';
export { ScheduleBoard } from './schedule-board/schedule-board';

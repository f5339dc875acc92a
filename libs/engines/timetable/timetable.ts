import { heatMapOf } from './heat-map';
import { Clash, HeatMap, HeatMapTargets, Plan, Repair, Timetable } from './model';
import { OpenPlan } from './open-plan';
import { repairsOf } from './repairs';

/**
 * Opens a plan for editing. Costs one pass over it; after that a move is judged by looking at the days it touches.
 * The plan is read once and never written: when rooms, bookings, people or rules change, open it again.
 */
export function openTimetable(plan: Plan): Timetable {
  return new OpenTimetable(plan);
}

class OpenTimetable extends OpenPlan implements Timetable {
  heatMap(sessionId: string, targets: HeatMapTargets): HeatMap {
    return heatMapOf(this, this.item(sessionId), targets);
  }

  repairs({ key }: Pick<Clash, 'key'>, limit = 3): Repair[] {
    const clash = this.clash(key);
    return clash ? repairsOf(this, clash, this.opened, limit) : [];
  }
}

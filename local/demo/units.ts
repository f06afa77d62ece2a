import { serviceUnits } from '../simulation/client-information-system/service-field.ts';
import type { Endpoints } from '../endpoints.ts';
import { publicUnit } from './digest.ts';
import { askAs } from './staff.ts';

/** Places every invented unit in its region and organisation, as an administrator does; one shows its figures to everyone. */
export async function placeUnits(endpoints: Endpoints): Promise<void> {
  for (const { id, name, region, organisation } of serviceUnits) {
    const body = { name, region: region.name, organisation, public: id === publicUnit };
    await askAs(endpoints, `/v1/units/${id}`, { role: 'admin', method: 'PUT', body });
  }
}

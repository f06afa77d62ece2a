import { serviceUnits } from '../simulation/client-information-system/service-field.ts';
import type { Endpoints } from '../endpoints.ts';

/** Places every invented unit in its region and organisation, as an administrator does. */
export async function placeUnits({ api, tokens }: Endpoints): Promise<void> {
  for (const { id, name, region, organisation } of serviceUnits) {
    const response = await fetch(new URL(`/v1/units/${id}`, api), {
      method: 'PUT',
      headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name, region: region.name, organisation, public: false }),
    });
    if (!response.ok)
      throw new Error(`unit ${id} was not placed: ${response.status} ${await response.text()}`);
  }
}

import { unitsSchema } from '../../../shared/api/units.ts';
import { unitIdSchema, unitPlacementSchema, unitSchema } from '../../../shared/domain/unit.ts';
import { answer, holds, inPath, ofStaff, problem, sends, type Paths } from '../operation.ts';

const tags = ['Units'] as const;

const placement = {
  name: { fi: 'Kotikallion perhetyö', sv: 'Hembergets familjearbete', en: 'Kotikallio family work' },
  region: 'Itäinen',
  organisation: '1.2.246.10.12345678.10',
  public: false,
};

export const units: Paths = {
  '/v1/units': {
    get: ofStaff(['admin'], {
      operationId: 'listUnits',
      tags,
      summary: 'The units that are known',
      description: 'A unit that an event has named is `confirmed` once an administrator has placed it.',
      responses: { 200: answer('All units.', holds(unitsSchema)) },
    }),
  },
  '/v1/units/{id}': {
    put: ofStaff(['admin'], {
      operationId: 'placeUnit',
      tags,
      summary: 'Name a unit, and say where it belongs',
      parameters: inPath({ id: unitIdSchema }),
      requestBody: sends(holds(unitPlacementSchema, placement)),
      responses: {
        200: answer(
          'The unit as it is now.',
          holds(unitSchema, { ...placement, id: '1.2.246.10.12345678.10.7', confirmed: true }),
        ),
        400: problem('Every field that is wrong or missing is named.'),
        404: problem('There can be no unit with this identifier.'),
      },
    }),
  },
};

/**
 * The invented field that the simulation plays in: three wellbeing services counties, eight municipalities, twenty
 * service units. No name, code or identifier here belongs to anybody: the organisation numbers have no valid check
 * digit, the municipality codes hold a letter, and every name says that it is invented.
 */

export type ServiceUnit = {
  /** OID under the organisation register's root. */
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly region: Region;
  readonly organisation: string;
  readonly provision: 'own' | 'purchased';
};

export type UnitKind = 'social-work' | 'support' | 'family-care' | 'institution';

type Region = {
  readonly name: string;
  /** Source of the region's events: its client information system. */
  readonly source: string;
  readonly organisation: string;
  /** Share of households that speak Swedish, 0 to 1. */
  readonly swedishShare: number;
};

export type Municipality = {
  readonly code: string;
  readonly region: Region;
  /** How many of all households live here, against the weights of the others. */
  readonly weight: number;
  readonly socialWork: ServiceUnit;
  /** Support relationships are bought in most municipalities, and not offered in the others. */
  readonly support: ServiceUnit | undefined;
  readonly familyCare: ServiceUnit;
  readonly institution: ServiceUnit;
};

/** Codes of the national classifications of service tasks (child welfare) and social services. */
export const serviceTask = '10';
export const socialServices: Readonly<Record<UnitKind, string>> = {
  'social-work': '46',
  support: '51',
  'family-care': '31',
  institution: '24',
};

/** A place in the cases that unit names need. */
type Place = { readonly fi: string; readonly genitive: string; readonly sv: string; readonly en: string };

type PlannedMunicipality = Place & { readonly weight: number; readonly support: boolean };

const plan: readonly {
  place: Place;
  swedishShare: number;
  municipalities: readonly PlannedMunicipality[];
}[] = [
  {
    place: { fi: 'Koivuranta', genitive: 'Koivurannan', sv: 'Björkstranda', en: 'Koivuranta' },
    swedishShare: 0.04,
    municipalities: [
      { fi: 'Koivula', genitive: 'Koivulan', sv: 'Björkala', en: 'Koivula', weight: 22, support: true },
      {
        fi: 'Lehtoranta',
        genitive: 'Lehtorannan',
        sv: 'Lundstranda',
        en: 'Lehtoranta',
        weight: 13,
        support: true,
      },
      { fi: 'Honkasaari', genitive: 'Honkasaaren', sv: 'Furuö', en: 'Honkasaari', weight: 9, support: false },
    ],
  },
  {
    place: { fi: 'Vesirinne', genitive: 'Vesirinteen', sv: 'Vattenbrinken', en: 'Vesirinne' },
    swedishShare: 0.02,
    municipalities: [
      { fi: 'Hopeala', genitive: 'Hopealan', sv: 'Silverby', en: 'Hopeala', weight: 16, support: true },
      {
        fi: 'Kallioniemi',
        genitive: 'Kallioniemen',
        sv: 'Bergsudda',
        en: 'Kallioniemi',
        weight: 10,
        support: true,
      },
      {
        fi: 'Suvilehto',
        genitive: 'Suvilehdon',
        sv: 'Sommarlunden',
        en: 'Suvilehto',
        weight: 8,
        support: false,
      },
    ],
  },
  {
    place: { fi: 'Hopealuoto', genitive: 'Hopealuodon', sv: 'Silverskär', en: 'Silverskär' },
    swedishShare: 0.45,
    municipalities: [
      {
        fi: 'Tuulisalmi',
        genitive: 'Tuulisalmen',
        sv: 'Vindsund',
        en: 'Vindsund',
        weight: 13,
        support: true,
      },
      {
        fi: 'Valkoranta',
        genitive: 'Valkorannan',
        sv: 'Vitstranda',
        en: 'Vitstranda',
        weight: 9,
        support: true,
      },
    ],
  },
];

const unitNames: Readonly<Record<UnitKind, (place: Place) => ServiceUnit['name']>> = {
  'social-work': ({ genitive, sv, en }) => ({
    fi: `${genitive} lastensuojelun sosiaalityö (keksitty)`,
    sv: `Socialarbetet inom barnskyddet i ${sv} (påhittat)`,
    en: `${en} Child Welfare Social Work (invented)`,
  }),
  support: ({ genitive, sv, en }) => ({
    fi: `${genitive} tukisuhdetoiminta (keksitty)`,
    sv: `Stödrelationsverksamheten i ${sv} (påhittad)`,
    en: `${en} Support Relationships (invented)`,
  }),
  'family-care': ({ genitive, sv, en }) => ({
    fi: `${genitive} perhehoito (keksitty)`,
    sv: `Familjevården i ${sv} (påhittad)`,
    en: `${en} Family Care (invented)`,
  }),
  institution: ({ genitive, sv, en }) => ({
    fi: `${genitive} lastenkoti (keksitty)`,
    sv: `Barnhemmet i ${sv} (påhittat)`,
    en: `${en} Children’s Home (invented)`,
  }),
};

const provisions: Readonly<Record<UnitKind, ServiceUnit['provision']>> = {
  'social-work': 'own',
  support: 'purchased',
  'family-care': 'own',
  institution: 'purchased',
};

const purchasedFrom: Readonly<Record<UnitKind, string | undefined>> = {
  'social-work': undefined,
  support: 'Tukiverkko ry (keksitty)',
  'family-care': undefined,
  institution: 'Pihakoti Oy (keksitty)',
};

export const municipalities: readonly Municipality[] = plan.flatMap(
  ({ place, swedishShare, municipalities: planned }, at) => {
    const organisationId = `1.2.246.10.9999999${at + 1}.10`;
    const region: Region = {
      name: `${place.fi} (keksitty)`,
      source: `urn:oid:${organisationId}`,
      organisation: `${place.genitive} hyvinvointialue (keksitty)`,
      swedishShare,
    };
    let units = 0;
    const unit = (kind: UnitKind, of: Place): ServiceUnit => ({
      id: `${organisationId}.${(units += 1)}`,
      kind,
      name: unitNames[kind](of),
      region,
      organisation: purchasedFrom[kind] ?? region.organisation,
      provision: provisions[kind],
    });
    const familyCare = unit('family-care', place);
    const institution = unit('institution', place);
    return planned.map((municipality, index) => ({
      code: `K${at + 1}${index + 1}`,
      region,
      weight: municipality.weight,
      socialWork: unit('social-work', municipality),
      support: municipality.support ? unit('support', municipality) : undefined,
      familyCare,
      institution,
    }));
  },
);

/** All units, each once. */
export const serviceUnits: readonly ServiceUnit[] = [
  ...new Set(
    municipalities.flatMap(({ socialWork, support, familyCare, institution }) => [
      socialWork,
      ...(support === undefined ? [] : [support]),
      familyCare,
      institution,
    ]),
  ),
];

import { CLUSTERS, type Cluster } from '../wire/clusters';
import type { Target, Tool } from '../wire/tools';
import { ORIGINAL_CLIENT } from './guard';
import { type Check, exactly, list, oneOf, text, uuid, where } from './shape';

/** Tool of each `generate_type` (docs/PROTOCOL.md, section 4.2). */
const TOOL_OF: Record<string, Tool> = {
  super_resolution: 'super-resolution',
  pro_hd: 'smart-hd',
  normal_hd: 'fast-hd',
};

/** What the service knows and takes. */
interface Dialect {
  /** Of the current client. */
  daVersion: string;
  cluster: Cluster;
  /** Whether Dreamina takes 8k. */
  has8k: boolean;
}

function uploadUri({ store }: Cluster): Check {
  return where(
    'the URI of an upload',
    (value) =>
      typeof value === 'string' && value.startsWith(`${store}/`) && /^\S+[^/\s]$/.test(value),
  );
}

const RESOLUTION = oneOf('2k', '4k');
const FRACTION = where(
  'a number from 0 to 1',
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
);
const MS_NUMBER = where(
  'Unix ms as a number',
  (value) => Number.isInteger(value) && String(value).length === 13,
);
const MS_STRING = where(
  'Unix ms as a string',
  (value) => typeof value === 'string' && /^\d{13}$/.test(value),
);

function node(fields: Record<string, Check>, type: Check = oneOf('')): Check {
  return exactly({ type, id: uuid, ...fields });
}

/** docs/PROTOCOL.md, section 4.3. */
const SUPER_RESOLUTION = exactly({
  type: oneOf('draft'),
  id: uuid,
  min_version: oneOf(ORIGINAL_CLIENT.daVersion),
  is_from_tsn: oneOf(true),
  version: oneOf(ORIGINAL_CLIENT.daVersion),
  main_component_id: uuid,
  component_list: list(
    exactly({
      type: oneOf('image_base_component'),
      id: uuid,
      min_version: oneOf(ORIGINAL_CLIENT.daVersion),
      metadata: node({ created_platform: oneOf(3), created_time_in_ms: MS_NUMBER }),
      generate_type: oneOf('super_resolution'),
      aigc_mode: oneOf('workbench'),
      abilities: node({
        super_resolution: node({
          init_image: node(
            {
              source_from: oneOf('upload'),
              platform_type: oneOf(1),
              image_uri: uploadUri(CLUSTERS.jimeng),
              uri: uploadUri(CLUSTERS.jimeng),
            },
            oneOf('image'),
          ),
          resolution_type: RESOLUTION,
          history_option: node({}),
        }),
      }),
    }),
  ),
});

/** docs/PROTOCOL.md, section 4.4: the shape that smart-hd and fast-hd share. */
function hdDraft(
  generateType: string,
  genType: number,
  own: Record<string, Check>,
  { daVersion, cluster }: Dialect,
): Check {
  const origin = node(
    {
      source_from: oneOf('upload'),
      platform_type: oneOf(1),
      name: oneOf(''),
      image_uri: uploadUri(cluster),
      width: oneOf(0),
      height: oneOf(0),
      format: oneOf(''),
      title: oneOf(''),
      uri: uploadUri(cluster),
    },
    oneOf('image'),
  );
  const tool = node({
    ...own,
    postedit_param: node({ generate_type: oneOf(genType), origin_image: origin }),
  });
  const component = exactly(
    {
      type: oneOf('image_base_component'),
      id: uuid,
      min_version: oneOf('3.0.2'),
      aigc_mode: oneOf('workbench'),
      gen_type: oneOf(genType),
      metadata: node({
        created_platform: oneOf(3),
        created_platform_version: oneOf(''),
        created_time_in_ms: MS_STRING,
        created_did: oneOf(''),
      }),
      generate_type: oneOf(generateType),
      abilities: node({
        [generateType]: tool,
        gen_option: node({ gen_count: oneOf(1), generate_all: oneOf(false) }),
      }),
    },
    { parent_id: text },
  );
  return exactly({
    type: oneOf('draft'),
    id: uuid,
    min_version: oneOf('3.2.9'),
    min_features: list(),
    is_from_tsn: oneOf(true),
    version: oneOf(daVersion),
    main_component_id: uuid,
    component_list: list(component),
  });
}

const DRAFTS: Record<Tool, (dialect: Dialect) => Check> = {
  'super-resolution': () => SUPER_RESOLUTION,
  'smart-hd': (dialect) =>
    hdDraft(
      'pro_hd',
      35,
      {
        resolution_type: resolution(dialect),
        hd_scene_type: oneOf('auto'),
        original_image_strength: oneOf(0.65),
        detail_strength: FRACTION,
      },
      dialect,
    ),
  'fast-hd': (dialect) => hdDraft('normal_hd', 13, {}, dialect),
};

function resolution({ cluster, has8k }: Dialect): Check {
  return cluster.site === 'dreamina' && has8k ? oneOf('2k', '4k', '8k') : RESOLUTION;
}

const TARGETS: readonly Target[] = ['2k', '4k', '8k'];

/** Content of a draft, and every problem in it. */
export interface DraftReading {
  tool: Tool | undefined;
  target: Target | undefined;
  imageUri: string;
  draftId: string;
  problems: string[];
}

function values(of: unknown, key: string): unknown[] {
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...values(value, key),
  ]);
}

/** Reads a parsed `draft_content` and validates it against the exact shape of its tool. */
export function readDraft(draft: unknown, dialect: Dialect): DraftReading {
  const tool = TOOL_OF[String(values(draft, 'generate_type').find((v) => typeof v === 'string'))];
  const ids = values(draft, 'id');
  const [main] = values(draft, 'main_component_id');
  const component = values(draft, 'component_list').flat()[0] as
    | { id?: unknown }
    | null
    | undefined;
  const [resolution] = values(draft, 'resolution_type');
  const [imageUri] = values(draft, 'image_uri');
  const [uri] = values(draft, 'uri');
  const problems = tool
    ? DRAFTS[tool](dialect)(draft, 'draft')
    : ['draft.component_list[0].generate_type is not a known tool'];
  if (component?.id !== main) {
    problems.push('draft.main_component_id is not the id of the component');
  }
  if (new Set(ids).size !== ids.length) problems.push('draft uses the same id twice');
  if (imageUri !== uri) problems.push('draft image_uri and uri differ');
  return {
    tool,
    target: TARGETS.find((target) => target === resolution),
    imageUri: String(imageUri ?? ''),
    draftId: String(ids[0] ?? ''),
    problems,
  };
}

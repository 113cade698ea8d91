import type { Target, Tool } from '../wire/tools';
import { CURRENT_CLIENT, ORIGINAL_CLIENT } from './guard';
import { type Check, exactly, list, oneOf, text, uuid, where } from './shape';

/** Tool of each `generate_type` (docs/PROTOCOL.md, section 4.2). */
const TOOL_OF: Record<string, Tool> = {
  super_resolution: 'super-resolution',
  pro_hd: 'smart-hd',
  normal_hd: 'fast-hd',
};

const UPLOAD_URI = where(
  'the URI of an upload',
  (value) => typeof value === 'string' && /^tos-cn-i-tb4s082cfz\/\S+$/.test(value),
);
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
              image_uri: UPLOAD_URI,
              uri: UPLOAD_URI,
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
): (daVersion: string) => Check {
  const origin = node(
    {
      source_from: oneOf('upload'),
      platform_type: oneOf(1),
      name: oneOf(''),
      image_uri: UPLOAD_URI,
      width: oneOf(0),
      height: oneOf(0),
      format: oneOf(''),
      title: oneOf(''),
      uri: UPLOAD_URI,
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
  return (daVersion) =>
    exactly({
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

const DRAFTS: Record<Tool, (daVersion: string) => Check> = {
  'super-resolution': () => SUPER_RESOLUTION,
  'smart-hd': hdDraft('pro_hd', 35, {
    resolution_type: RESOLUTION,
    hd_scene_type: oneOf('auto'),
    original_image_strength: oneOf(0.65),
    detail_strength: FRACTION,
  }),
  'fast-hd': hdDraft('normal_hd', 13, {}),
};

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

/**
 * Reads a parsed `draft_content` and validates it against the exact shape of its tool.
 *
 * @param daVersion of the current dialect
 */
export function readDraft(draft: unknown, daVersion = CURRENT_CLIENT.daVersion): DraftReading {
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
    ? DRAFTS[tool](daVersion)(draft, 'draft')
    : ['draft.component_list[0].generate_type is not a known tool'];
  if (component?.id !== main) {
    problems.push('draft.main_component_id is not the id of the component');
  }
  if (new Set(ids).size !== ids.length) problems.push('draft uses the same id twice');
  if (imageUri !== uri) problems.push('draft image_uri and uri differ');
  return {
    tool,
    target: resolution === '2k' || resolution === '4k' ? resolution : undefined,
    imageUri: String(imageUri ?? ''),
    draftId: String(ids[0] ?? ''),
    problems,
  };
}

import {
  CLUSTERS,
  CLUSTERS_OF,
  type Cluster,
  type ClusterId,
  type SiteName,
} from '../wire/clusters';

/** Where an account lives. Default: Jimeng; at Dreamina the cluster SG. */
export interface Home {
  site?: SiteName;
  cluster?: ClusterId;
  /** Two letters, lower case; default that of the cluster. */
  country?: string;
}

/** A session that is valid from the start. A text is one of the main account of Jimeng. */
export type Login = string | (Home & { session: string; account?: string });

/** The cluster of a home. Throws if it is not one of the site. */
export function clusterOf({ site, cluster }: Home): Cluster {
  const found = cluster === undefined ? CLUSTERS_OF[site ?? 'jimeng'][0] : CLUSTERS[cluster];
  if (site !== undefined && found.site !== site) throw new Error(`${found.id} is not of ${site}`);
  return found;
}

/** The cluster at the other end of the same site; the same one where there is no other. */
export function otherCluster(cluster: Cluster): Cluster {
  return CLUSTERS_OF[cluster.site].find(({ id }) => id !== cluster.id) ?? cluster;
}

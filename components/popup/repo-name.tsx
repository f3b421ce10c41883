/** A repository id; breaks after its slash first, anywhere if it must. */
export function RepoName({ id }: { id: string }) {
  const [org, name] = id.split('/');
  return (
    <bdi className="cc-repo" translate="no">
      {name === undefined ? (
        org
      ) : (
        <>
          {org}/<wbr />
          {name}
        </>
      )}
    </bdi>
  );
}

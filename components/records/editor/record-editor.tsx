import { useLocale, useMessages } from "next-intl";
import { Editor, type EditorProps } from "./editor";
import { offeredProviders } from "./offered-providers";

/** The editor of the workbench; what depends on the draft in the address goes into it, and waits while that changes. */
export function RecordEditor(props: Pick<EditorProps, "address" | "published" | "children">) {
  return (
    <Editor
      key={props.address.domain}
      {...props}
      providers={offeredProviders()}
      texts={useMessages().recordEditor}
      language={useLocale()}
    />
  );
}

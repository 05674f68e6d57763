/**
 * The names that lead back to themselves, by any way: each group of those that lead to each other (strongly connected,
 * Tarjan).
 *
 * @param edges what each name leads to
 */
export function circles(edges: ReadonlyMap<string, string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const onStack = new Set<string>();
  const enter = (name: string) => {
    order.set(name, order.size);
    low.set(name, order.get(name) as number);
    stack.push(name);
    onStack.add(name);
    return { name, left: [...(edges.get(name) ?? [])].reverse() };
  };
  const lower = (name: string, by: number | undefined) =>
    low.set(name, Math.min(low.get(name) as number, by as number));
  /** With a stack of its own: a chain is as long as a spec makes it. */
  const visit = (start: string): void => {
    const open = [enter(start)];
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const { name, left } = at;
      const next = left.pop();
      if (next !== undefined) {
        if (!order.has(next)) open.push(enter(next));
        else if (onStack.has(next)) lower(name, low.get(next));
        continue;
      }
      open.pop();
      const parent = open.at(-1);
      if (parent) lower(parent.name, low.get(name));
      if (low.get(name) !== order.get(name)) continue;
      const group = stack.splice(stack.lastIndexOf(name));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || edges.get(name)?.includes(name)) found.push(group);
    }
  };
  for (const name of edges.keys()) if (!order.has(name)) visit(name);
  return found;
}

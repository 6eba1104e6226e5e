namespace Nabla.Data;

/// <summary>Text, each different one kept once.</summary>
internal sealed class TextColumn(string name, int[] codes, IReadOnlyList<string> categories)
    : TableColumn(name, codes.Length, ColumnKind.Text)
{
    public const int Missing = -1;

    public override IReadOnlyList<string> Categories => categories;

    public override bool IsMissing(int row) => codes[row] == Missing;

    public override double Number(int row) => throw new InvalidOperationException(
        $"Column '{Name}' holds text such as '{Text(row)}'; make numbers of it with TableFeatures or StringLookup.");

    public override string? Text(int row) => codes[row] == Missing ? null : categories[codes[row]];

    public override TableColumn Rename(string name) => new TextColumn(name, codes, categories);

    public override TableColumn Select(ReadOnlySpan<int> rows)
    {
        // Texts that no row has any more would look like classes of the selection.
        int[] selected = Gather(codes, rows);
        int[] places = new int[categories.Count];
        var kept = new List<string>();
        for (int i = 0; i < selected.Length; i++)
        {
            if (selected[i] != Missing)
            {
                ref int place = ref places[selected[i]];
                if (place == 0)
                {
                    kept.Add(categories[selected[i]]);
                    place = kept.Count;
                }

                selected[i] = place - 1;
            }
        }

        return new TextColumn(Name, selected, kept);
    }
}

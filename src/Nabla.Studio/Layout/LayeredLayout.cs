namespace Nabla.Studio;

/// <summary>
/// Places the items of one group in rows: every line runs downwards, few cross, and what belongs together stands in
/// one column.
/// </summary>
/// <remarks>
/// The steps of K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical System
/// Structures" (1981): rows by longest path, a bend for each row that a line crosses, order by barycentres, columns.
/// </remarks>
internal sealed class LayeredLayout
{
    public const double RowGap = 30;

    private const double PortGap = 14;
    private const double ColumnGap = 26;
    private const double BendWidth = 6;
    private const double BoxPull = 6;
    private const int Sweeps = 8;
    private const int ColumnPasses = 24;

    private readonly List<LayoutItem> _items;
    private readonly List<LayoutLink> _links;
    private readonly Dictionary<LayoutItem, List<LayoutPiece>> _above = [];
    private readonly Dictionary<LayoutItem, List<LayoutPiece>> _below = [];
    private List<List<LayoutItem>> _rows = [];

    public LayeredLayout(IEnumerable<LayoutItem> items, IEnumerable<LayoutLink> links)
    {
        _items = [.. items];
        _links = [.. links];
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>Places everything; the items' coordinates count from the group's corner.</summary>
    public void Arrange()
    {
        AssignRanks();
        AddBends();
        foreach (LayoutPiece piece in _links.SelectMany(link => link.Pieces()))
        {
            Of(_below, piece.Upper).Add(piece);
            Of(_above, piece.Lower).Add(piece);
        }

        Order();
        SetRows();
        SetColumns();
    }

    private void AssignRanks()
    {
        ILookup<LayoutItem, LayoutLink> arriving = _links.ToLookup(link => link.To);
        bool hasTop = _items.Exists(item => item.Edge == LayoutEdge.Top);

        // Items come after those that they depend on, so that one pass is enough.
        int last = 0;
        foreach (LayoutItem item in _items.Where(item => item.Edge == LayoutEdge.None))
        {
            item.Rank = arriving[item].Select(link => link.From.Rank + 1).DefaultIfEmpty(hasTop ? 1 : 0).Max();
            last = Math.Max(last, item.Rank);
        }

        foreach (LayoutItem item in _items.Where(item => item.Edge == LayoutEdge.Bottom))
        {
            item.Rank = last + 1;
        }
    }

    private void AddBends()
    {
        foreach (LayoutLink link in _links)
        {
            for (int rank = link.From.Rank + 1; rank < link.To.Rank; rank++)
            {
                var bend = new LayoutItem(BendWidth, 0) { Rank = rank, IsBend = true };
                link.Bends.Add(bend);
                _items.Add(bend);
            }
        }

        _rows = [.. _items.GroupBy(item => item.Rank).OrderBy(row => row.Key).Select(row => row.ToList())];
    }

    // Sweeps down and up, each row by the mean place of the neighbours on the row before; the best order is kept.
    private void Order()
    {
        List<List<LayoutItem>> best = [.. _rows.Select(row => row.ToList())];
        int fewest = Crossings();
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool down = sweep % 2 == 0;
            foreach (List<LayoutItem> row in down ? _rows.Skip(1) : _rows.AsEnumerable().Reverse().Skip(1))
            {
                Dictionary<LayoutItem, int> places = Places();
                List<LayoutItem> sorted = [.. row.OrderBy(item => Barycentre(item, down, places))];
                row.Clear();
                row.AddRange(sorted);
            }

            int crossings = Crossings();
            if (crossings < fewest)
            {
                fewest = crossings;
                best = [.. _rows.Select(row => row.ToList())];
            }
        }

        _rows = best;
    }

    private double Barycentre(LayoutItem item, bool down, Dictionary<LayoutItem, int> places)
    {
        List<LayoutPiece> pieces = Of(down ? _above : _below, item);
        return pieces.Count == 0
            ? places[item]
            : pieces.Average(piece => Place(piece, isUpper: down, places));
    }

    private int Crossings()
    {
        Dictionary<LayoutItem, int> places = Places();
        int crossings = 0;
        foreach (List<LayoutItem> row in _rows)
        {
            LayoutPiece[] pieces = [.. row.SelectMany(item => Of(_below, item))];
            for (int i = 0; i < pieces.Length; i++)
            {
                for (int j = i + 1; j < pieces.Length; j++)
                {
                    double upper = Place(pieces[i], true, places) - Place(pieces[j], true, places);
                    double lower = Place(pieces[i], false, places) - Place(pieces[j], false, places);
                    crossings += upper * lower < 0 ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    // Of two lines at one group, the offset tells which is on the left.
    private static double Place(LayoutPiece piece, bool isUpper, Dictionary<LayoutItem, int> places)
    {
        (LayoutItem item, double offset) = isUpper
            ? (piece.Upper, piece.UpperOffset)
            : (piece.Lower, piece.LowerOffset);
        return places[item] + (offset / (item.Width + 1));
    }

    private Dictionary<LayoutItem, int> Places() =>
        _rows.SelectMany(row => row.Index()).ToDictionary(entry => entry.Item, entry => entry.Index);

    private void SetRows()
    {
        double y = 0;
        foreach ((int index, List<LayoutItem> row) in _rows.Index())
        {
            double height = row.Max(item => item.Height);
            foreach (LayoutItem item in row)
            {
                item.Height = item.IsBend ? height : item.Height;
                item.Y = y + ((height - item.Height) / 2);
                item.RowTop = y;
                item.RowBottom = y + height;
            }

            Height = y + height;
            bool isBeforeExits = index + 2 == _rows.Count && _rows[^1].TrueForAll(item => item.Height == 0);
            y = Height + (height == 0 || isBeforeExits ? PortGap : RowGap);
        }
    }

    private void SetColumns()
    {
        foreach (List<LayoutItem> row in _rows)
        {
            Separated.Place(row, [.. row.Select(_ => 0.0)], ColumnGap);
        }

        for (int pass = 0; pass < ColumnPasses; pass++)
        {
            bool down = pass % 2 == 0;
            foreach (List<LayoutItem> row in down ? _rows : _rows.AsEnumerable().Reverse())
            {
                Separated.Place(row, [.. row.Select(item => WantedX(item, down))], ColumnGap);
            }
        }

        double left = _items.Select(item => item.X - (item.Width / 2)).DefaultIfEmpty(0).Min();
        foreach (LayoutItem item in _items)
        {
            item.X -= left;
        }

        Width = _items.Select(item => item.X + (item.Width / 2)).DefaultIfEmpty(0).Max();
    }

    // Boxes stand under boxes; a line that passes by has less of a say.
    private double WantedX(LayoutItem item, bool down)
    {
        List<LayoutPiece> above = Of(_above, item), below = Of(_below, item);
        (List<LayoutPiece> near, List<LayoutPiece> far) = down ? (above, below) : (below, above);
        double sum = 0, weights = 0;
        foreach (LayoutPiece piece in near.Count > 0 ? near : far)
        {
            bool isUpper = ReferenceEquals(piece.Upper, item);
            LayoutItem other = isUpper ? piece.Lower : piece.Upper;
            double weight = other.Height > 0 && !other.IsBend ? BoxPull : 1;
            sum += weight * (isUpper ? piece.LowerX - piece.UpperOffset : piece.UpperX - piece.LowerOffset);
            weights += weight;
        }

        return weights > 0 ? sum / weights : item.X;
    }

    private static List<LayoutPiece> Of(Dictionary<LayoutItem, List<LayoutPiece>> pieces, LayoutItem item)
    {
        if (!pieces.TryGetValue(item, out List<LayoutPiece>? known))
        {
            known = pieces[item] = [];
        }

        return known;
    }
}

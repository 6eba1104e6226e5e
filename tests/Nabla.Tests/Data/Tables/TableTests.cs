namespace Nabla.Tests.Data.Tables;

public sealed class TableTests
{
    private sealed record House(float? Rooms, long Year, string? Town, bool Sold, DateTime? Built, double? Price);

    private static readonly House[] s_houses =
    [
        new(3, 1990, "Ulm", true, new DateTime(1990, 5, 1, 12, 30, 0), 1.5),
        new(null, 2001, "Bonn", false, null, null),
        new(4.5f, 2010, null, true, new DateTime(1969, 12, 31), -2),
    ];

    private static readonly Table s_table = new TableBuilder<House>
    {
        { "rooms", house => house.Rooms },
        { "year", house => house.Year },
        { "town", house => house.Town },
        { "sold", house => house.Sold },
        { "built", house => house.Built },
        { "price", house => house.Price },
    }.Build(s_houses);

    [Fact]
    public void Cells_keep_values_kinds_and_what_is_missing()
    {
        Assert.Equal(3, s_table.RowCount);
        Assert.Equal(["rooms", "year", "town", "sold", "built", "price"], s_table.Names);
        Assert.Equal(
            [
                ColumnKind.Number, ColumnKind.Integer, ColumnKind.Text, ColumnKind.Boolean, ColumnKind.Date,
                ColumnKind.Number,
            ],
            s_table.Columns.Select(column => column.Kind));
        Assert.Equal([1, 0, 1, 0, 1, 1], s_table.Columns.Select(column => column.MissingCount));
        Assert.Equal(["Ulm", "Bonn"], s_table.Column("town").Categories);
        Assert.Equal(["3", "1990", "Ulm", "true", "1990-05-01 12:30:00", "1.5"], TextsOf(0));
        Assert.Equal([null, "2001", "Bonn", "false", null, null], TextsOf(1));
        Assert.Equal(["4.5", "2010", null, "true", "1969-12-31", "-2"], TextsOf(2));
        Assert.Equal(-1, s_table[2].Number("built"));
        Assert.Equal(1, s_table[0].Number("sold"));
        Assert.True(double.IsNaN(s_table[1].Number("rooms")));
    }

    [Fact]
    public void Columns_become_a_matrix_or_a_vector()
    {
        Tensor matrix = s_table.ToTensor("year", "rooms", "sold");
        Assert.Equal([3, 3], matrix.Shape);
        Assert.Equal([1990, 3, 1, 2001, float.NaN, 0, 2010, 4.5f, 1], matrix.ToArray());
        Assert.Equal([1990L, 2001, 2010], s_table.Column("year").ToTensor(DType.Int64).ToArray<long>());
        long[] identifiers = [(1L << 53) + 1, long.MaxValue, long.MinValue];
        Assert.Equal(identifiers, TableColumn.Of("id", identifiers).ToTensor(DType.Int64).ToArray<long>());
        Assert.Equal([true, false, true], s_table.Column("sold").ToTensor(DType.Bool).ToArray<bool>());
        Assert.Equal([1.5, double.NaN, -2], s_table.Column("price").ToTensor(DType.Float64).ToArray<double>());

        var text = Assert.Throws<InvalidOperationException>(() => s_table.ToTensor());
        Assert.Contains("'town' holds text such as 'Ulm'; make numbers of it with TableFeatures", text.Message);
        var missing = Assert.Throws<InvalidOperationException>(() => s_table.Column("rooms").ToTensor(DType.Int32));
        Assert.Contains("Row 1 of column 'rooms' is missing", missing.Message);
        var tooLarge = Assert.Throws<InvalidOperationException>(() => s_table.Column("year").ToTensor(DType.UInt8));
        Assert.Contains("Row 0 of column 'year' is 1990, which UInt8 cannot hold", tooLarge.Message);
    }

    [Fact]
    public void Rows_and_columns_are_selected()
    {
        Table last = s_table.Where(row => row.Number("year") > 2000);
        Assert.Equal(2, last.RowCount);
        Assert.Equal(["Bonn"], last.Column("town").Categories);
        Assert.Equal("4.5", s_table.Rows(2, 0, 2)[0].Text("rooms"));
        Assert.Equal("Ulm", s_table.Rows(2, 0, 2)[1].Text("town"));
        Assert.Equal(["sold", "year"], s_table.Select("sold", "year").Names);
        Assert.Equal(["rooms", "year", "sold", "built"], s_table.Without("town", "price").Names);
        Assert.Equal(1, s_table.Skip(2).RowCount);
        Assert.Equal(2, s_table.Take(2).RowCount);
        Assert.Equal("x", s_table.With(TableColumn.Of("town", ["x", "y", "z"]))[0].Text("town"));
        Assert.Equal(7, s_table.With(s_table.Column("year").Rename("again")).Columns.Count);
    }

    [Fact]
    public void A_split_is_the_same_for_the_same_seed_and_loses_no_row()
    {
        var table = new Table(TableColumn.Of("n", Enumerable.Range(0, 100).ToArray()));
        (Table first, Table second) = table.Split(0.8, seed: 5);
        Assert.Equal(80, first.RowCount);
        float[] all = [.. first.ToTensor().ToArray(), .. second.ToTensor().ToArray()];
        Assert.Equal(first.ToTensor().ToArray(), table.Split(0.8, seed: 5).First.ToTensor().ToArray());
        Assert.NotEqual(first.ToTensor().ToArray(), table.Split(0.8, seed: 6).First.ToTensor().ToArray());
        Assert.NotEqual(Enumerable.Range(0, 100).Select(i => (float)i), all);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (float)i), all.Order());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains(
            "did you mean 'year'?", Assert.Throws<ArgumentException>(() => s_table.Column("Year ")).Message);
        Assert.Contains("columns are rooms, year", Assert.Throws<ArgumentException>(() => s_table.Column("x")).Message);
        Assert.Contains("'b' has 2 rows where 'a' has 1", Assert.Throws<ArgumentException>(
            () => new Table(TableColumn.Of("a", [1]), TableColumn.Of("b", [1, 2]))).Message);
        Assert.Contains("rename one with Rename", Assert.Throws<ArgumentException>(
            () => new Table(TableColumn.Of("a", [1]), TableColumn.Of("a", [2]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_table[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_table.Rows(0, -1));
        Assert.Contains("number 2 where there are 2 texts", Assert.Throws<ArgumentException>(
            () => TableColumn.OfCodes("a", [0, 2], ["x", "y"])).Message);
    }

    private static IEnumerable<string?> TextsOf(int row) => s_table.Columns.Select(column => column.Text(row));
}

using Nabla.Data;

namespace Nabla.Tests.Data.Tables.Features;

public sealed class TableFeaturesTests
{
    private const int Rows = 40;

    private static readonly Table s_table = new(
        TableColumn.Of("id", [.. Enumerable.Range(101, Rows).Reverse()]),
        TableColumn.Of("age", [.. Enumerable.Range(0, Rows).Select(i => i % 4 == 1 ? float.NaN : i % 8)]),
        TableColumn.Of("town", Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? null : i % 3 == 1 ? "Ulm" : "Bonn")),
        TableColumn.Of("name", Enumerable.Range(0, Rows).Select(i => $"name {i}")),
        TableColumn.Of("fixed", [.. Enumerable.Repeat(7, Rows)]),
        TableColumn.Of("empty", [.. Enumerable.Repeat(float.NaN, Rows)]),
        TableColumn.Of("same", Enumerable.Repeat("x", Rows)),
        TableColumn.Of("sold", [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0)]),
        TableColumn.Of("price", [.. Enumerable.Range(0, Rows).Select(i => 1000.0 + (i * i))]));

    [Fact]
    public void The_matrix_of_a_large_table_is_there_once()
    {
        const int Many = 200_000;
        var table = new Table(
            TableColumn.Of("a", [.. Enumerable.Range(0, Many).Select(i => i * 0.5f)]),
            TableColumn.Of("b", [.. Enumerable.Range(0, Many).Select(i => i % 7 * 0.25f)]));
        TableFeatures features = TableFeatures.Fit(table);
        features.Encode(table);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Tensor matrix = features.Encode(table);
        Assert.InRange(
            GC.GetAllocatedBytesForCurrentThread() - before, 0, matrix.Shape.ElementCount * sizeof(float) / 2);
    }

    [Fact]
    public void Categories_are_found_in_columns_that_were_read_as_another_kind()
    {
        var features = new TableFeatures(
        [
            new CategoricalEncoding("flag", ["False", "True"], hasIndicator: true),
            new CategoricalEncoding("size", ["007", "1.0", "2.50"], hasIndicator: false),
        ]);
        var table = new Table(
            TableColumn.Of("flag", [true, false, true]), TableColumn.Of("size", [2.5f, 1, 7]));
        Assert.Equal(
            [0f, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0], features.Encode(table).ToArray<float>());
    }

    [Fact]
    public void Each_column_becomes_what_it_is()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "price");
        Assert.Equal(
            [
                "id: left out, it numbers the rows from 101 to 140",
                "age: standardized (mean 3.6667, deviation 2.357), with what is missing",
                "town: one of 2 categories, with what is missing",
                "name: left out, 40 of 40 texts are different, as of names, identifiers and sentences",
                "fixed: left out, every row is 7",
                "empty: left out, no cell has a value",
                "same: left out, every row is 'x'",
                "sold: standardized (mean 0.5, deviation 0.5)",
            ],
            features.Columns.Select(column => column.ToString()));
        Assert.Equal(
            ["age", "age is missing", "town = Bonn", "town = Ulm", "town is missing", "sold"], features.FeatureNames);
        Assert.Equal(6, features.Width);
        Assert.StartsWith("6 features\nid: left out", features.ToString());
    }

    [Fact]
    public void Features_are_standardized_marked_and_counted()
    {
        Tensor x = TableFeatures.Fit(s_table, "price").Encode(s_table);
        Assert.Equal([Rows, 6], x.Shape);
        double[] ages = [.. Enumerable.Range(0, Rows).Where(i => i % 4 != 1).Select(i => (double)(i % 8))];
        double mean = ages.Average();
        double deviation = Math.Sqrt(ages.Average(age => (age - mean) * (age - mean)));
        for (int i = 0; i < Rows; i++)
        {
            float[] row = x[i].ToArray();
            Assert.Equal(i % 4 == 1 ? 0 : ((i % 8) - mean) / deviation, row[0], 1e-6);
            Assert.Equal([i % 4 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 0 ? 1 : 0], row[1..5]);
            Assert.Equal(i % 2 == 0 ? 1 : -1, row[5]);
        }
    }

    [Fact]
    public void Numbers_far_from_zero_keep_their_digits()
    {
        double[] seconds = [.. Enumerable.Range(0, Rows).Select(i => 1.7e9 + i + 0.25)];
        var table = new Table(TableColumn.Of("t", seconds));
        float[] x = TableFeatures.Fit(table).Encode(table).ToArray();
        double deviation = Math.Sqrt((Rows * Rows - 1) / 12.0);
        Assert.All(x.Index(), entry => Assert.Equal((entry.Index - 19.5) / deviation, entry.Item, 1e-5));
    }

    [Fact]
    public void Targets_are_classes_or_numbers_and_come_back()
    {
        TargetEncoding price = TableFeatures.Fit(s_table, "price").Target!;
        Assert.IsType<NumberTarget>(price);
        TableFeatures numbers = TableFeatures.Fit(s_table, "price");
        Tensor y = numbers.Targets(s_table);
        Assert.Equal([Rows, 1], y.Shape);
        Assert.Equal(0, y.Mean().Item<float>(), 1e-5);
        Assert.Equal(1, y.StandardDeviation().Item<float>(), 1e-5);
        TableColumn again = numbers.Decode(y);
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(1000 + (row * row), again.Number(row), 1e-3));

        TableFeatures classes = TableFeatures.Fit(s_table, "sold");
        Assert.Equal(["false", "true"], Assert.IsType<ClassTarget>(classes.Target).Classes);
        Assert.Equal([1, 0, 1], classes.Targets(s_table.Take(3)).ToArray<int>());
        TableColumn decoded = classes.Decode(Tensor.From(new[,] { { 0.2f, 0.8f }, { 3, -1 } }));
        Assert.Equal(["true", "false"], Enumerable.Range(0, 2).Select(row => decoded.Text(row)));
        Assert.Equal("true", classes.Decode(Tensor.From([1])).Text(0));
        Assert.Equal("sold", decoded.Name);
    }

    [Theory]
    [InlineData(3, true, "it holds 3 different whole numbers")]
    [InlineData(8, true, "it holds 8 different whole numbers")]
    [InlineData(9, false, "it holds many different whole numbers")]
    [InlineData(40, false, "it holds many different whole numbers")]
    public void Few_whole_numbers_are_classes(int different, bool isClasses, string reason)
    {
        int[] target = [.. Enumerable.Range(0, Rows).Select(i => 10 - (i % different))];
        TargetEncoding encoding = TableFeatures.Fit(s_table.With(TableColumn.Of("y", target)), "y").Target!;
        Assert.Equal(isClasses, encoding is ClassTarget);
        Assert.Equal(reason, encoding.Reason);
        if (encoding is ClassTarget classes)
        {
            Assert.Equal(Enumerable.Range(11 - different, different).Select(i => $"{i}"), classes.Classes);
        }
    }

    [Fact]
    public void What_was_told_wins()
    {
        TableFeatures features = TableFeatures.Fit(
            s_table, "sold", new() { Columns = ["age", "town"], Without = ["town"] });
        Assert.Equal(["age"], features.Columns.Select(column => column.Name));
        Table rings = s_table.With(TableColumn.Of("y", [.. Enumerable.Range(0, Rows).Select(i => i % 3)]));
        Assert.IsType<NumberTarget>(TableFeatures.Fit(rings, "y", new() { IsClassification = false }).Target);
        Assert.Equal(Rows, Assert.IsType<ClassTarget>(
            TableFeatures.Fit(s_table, "price", new() { IsClassification = true }).Target).Classes.Count);
    }

    [Fact]
    public void Many_categories_share_features_by_a_hash_that_never_changes()
    {
        var table = new Table(
            TableColumn.Of("word", Enumerable.Range(0, 300).Select(i => i == 5 ? null : $"w{i % 100}")));
        TableFeatures features = TableFeatures.Fit(table, options: new() { HashBuckets = 8 });
        Assert.Equal("word: many categories, hashed to 8 features", features.Columns[0].ToString());
        float[] sums = features.Encode(table).Sum(1).ToArray();
        Assert.All(sums.Index(), entry => Assert.Equal(entry.Index == 5 ? 0 : 1, entry.Item));
        Assert.True(features.Encode(table).Sum(0).Min().Item<float>() > 15);

        // FNV-1a of the reference implementation, "foobar" = 0x85944171F73967E8, then fmix64.
        Assert.Equal(0x2C22194922D1672BUL, StableHash.Of("foobar"));
    }

    [Fact]
    public void Categories_feed_an_embedding()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "price");
        var other = new Table(TableColumn.Of("town", ["Bonn", "Rome", null, "Ulm"]));
        Assert.Equal([1, 0, 0, 2], features.Categories(other, "town").ToArray<int>());
        Assert.Contains("no column of categories (standardized", Assert.Throws<ArgumentException>(
            () => features.Categories(s_table, "age")).Message);
    }

    [Fact]
    public void Another_order_more_columns_and_unseen_categories_are_fine()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "price");
        Table other = s_table.Select("town", "sold", "age")
            .With(TableColumn.Of("town", Enumerable.Repeat("Rome", Rows)));
        float[] expected = features.Encode(s_table)[0].ToArray();
        expected[2] = expected[3] = expected[4] = 0;
        Assert.Equal(expected, features.Encode(other)[0].ToArray());
        Assert.Equal(expected, features.Encode(other.Take(1))[0].ToArray());
        Assert.Equal([0, 6], features.Encode(other.Take(0)).Shape);
    }

    [Fact]
    public void It_travels_as_text()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "sold");
        string text = ComponentJson.Write(features);
        var again = Assert.IsType<TableFeatures>(ComponentJson.Read<Encoder>(text));
        Assert.Equal(text, ComponentJson.Write(again));
        Assert.Equal(features.Encode(s_table).ToArray(), again.Encode(s_table).ToArray());
        Assert.Equal(features.Targets(s_table).ToArray<int>(), again.Targets(s_table).ToArray<int>());
        Assert.Equal(features.ToString(), again.ToString());

        string numbers = ComponentJson.Write(TableFeatures.Fit(s_table, "price"));
        Assert.Equal(numbers, ComponentJson.Write(ComponentJson.Read<TableFeatures>(numbers)));
    }

    [Fact]
    public void A_model_learns_from_it()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "price");
        TensorDataset data = features.ToDataset(s_table);
        Assert.Equal(Rows, data.Count);
        Assert.Equal(features.Encode(s_table).ToArray(), data.Read([.. Enumerable.Range(0, Rows)]).Inputs[0].ToArray());
        var model = new Sequential(new Dense(1)) { Seed = 1 };
        new Trainer(model, new MeanSquaredError(), new Adam(0.05)).Fit(data, epochs: 5);
        Assert.Equal(Rows, features.Decode(model.Predict(features.Encode(s_table))).Count);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        TableFeatures features = TableFeatures.Fit(s_table, "sold");
        AssertThrows<ArgumentException>(() => features.Encode(s_table.Without("age")), "There is no column 'age'");
        AssertThrows<ArgumentException>(
            () => features.Encode(s_table.With(TableColumn.Of("age", Enumerable.Repeat("old", Rows)))),
            "'age' held numbers when the features were fitted but now holds text such as 'old'");
        AssertThrows<InvalidOperationException>(
            () => TableFeatures.Fit(s_table, "town").Targets(s_table),
            "Row 0 has no value of the target 'town'; leave");
        AssertThrows<ArgumentException>(
            () => TableFeatures.Fit(s_table.Where(row => row.Text("town") != null), "town").Targets(
                s_table.With(TableColumn.Of("town", Enumerable.Repeat("Rome", Rows)))), "Row 0 is of class 'Rome'");
        AssertThrows<ArgumentException>(() => TableFeatures.Fit(s_table, "fixed"), "at least two classes");
        AssertThrows<ArgumentException>(() => TableFeatures.Fit(s_table, "cost"), "There is no column 'cost'");
        AssertThrows<InvalidOperationException>(() => TableFeatures.Fit(s_table).Targets(s_table), "without a target");
        AssertThrows<ArgumentException>(() => TableFeatures.Fit(s_table.Select("fixed")), "No column gives a feature");
        AssertThrows<ShapeMismatchException>(() => features.Decode(Tensor.Zeros(3, 5)), "end the model with 2 units");
        AssertThrows<ArgumentException>(
            () => TableFeatures.Fit(new Table(TableColumn.Of("a", [1, float.PositiveInfinity]))),
            "Row 1 of column 'a'");
    }

    private static void AssertThrows<T>(Action action, string message) where T : Exception =>
        Assert.Contains(message, Assert.ThrowsAny<T>(action).Message, StringComparison.Ordinal);
}

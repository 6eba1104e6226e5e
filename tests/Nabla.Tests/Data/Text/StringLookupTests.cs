namespace Nabla.Tests.Data.Text;

public sealed class StringLookupTests
{
    [Fact]
    public void The_vocabulary_is_found_by_frequency_and_looked_up()
    {
        var lookup = new StringLookup();
        lookup.Adapt(["b", "c", "a", "c", "b", "c"]);
        Assert.Equal(["c", "b", "a"], lookup.Vocabulary!);
        Assert.Equal(4, lookup.TokenCount);
        Tensor places = lookup.Encode(["a", "x", "c"]);
        Assert.Equal([3, 0, 1], places.ToArray<int>());
        Assert.Equal(["a", "[UNK]", "c"], lookup.Decode(places));

        var limited = new StringLookup(maxTokens: 3);
        limited.Adapt(["b", "c", "a", "c", "b", "c"]);
        Assert.Equal(["c", "b"], limited.Vocabulary!);
    }

    [Fact]
    public void Unknown_texts_may_have_several_places_or_none()
    {
        var several = new StringLookup(["a"], oovIndices: 4);
        int[] places = several.Encode(Enumerable.Range(0, 100).Select(i => $"t{i}").Append("a")).ToArray<int>();
        Assert.Equal(4, places[^1]);
        Assert.Equal([0, 1, 2, 3], places[..^1].Distinct().Order());
        Assert.Contains("oovIndices: 1", Assert.Throws<ArgumentException>(
            () => new StringLookup(["a"], oovIndices: 0).Encode(["b"])).Message);
    }

    [Fact]
    public void It_travels_as_text()
    {
        var lookup = new StringLookup(oovIndices: 2);
        lookup.Adapt(["ü", "\"", "ü"]);
        var again = Assert.IsType<StringLookup>(ComponentJson.Read<Encoder>(ComponentJson.Write(lookup)));
        Assert.Equal(lookup.Encode(["ü", "\"", "?"]).ToArray<int>(), again.Encode(["ü", "\"", "?"]).ToArray<int>());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("call Adapt", Assert.Throws<InvalidOperationException>(
            () => new StringLookup().Encode(["a"])).Message);
        Assert.Contains("'a' is twice", Assert.Throws<ArgumentException>(() => new StringLookup(["a", "a"])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StringLookup(maxTokens: 1));
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new StringLookup(["a"]).Decode(Tensor.From([2]))).Message);
    }
}

using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Layers.Preprocessing;

public sealed class IntegerLookupTests
{
    [Fact]
    public void The_vocabulary_is_sorted_by_frequency_then_by_value()
    {
        var lookup = new IntegerLookup();
        lookup.Adapt(Tensor.From(new[,] { { 30L, 5, 7 }, { 7, 5, 7 } }));
        Assert.Equal([7L, 5, 30], lookup.Vocabulary!);
        Assert.Equal(4, lookup.TokenCount);
        Assert.Equal([3, 0, 1, 2], Places(lookup, Tensor.From([30L, 31, 7, 5])));

        var short2 = new IntegerLookup(maxTokens: 3);
        short2.Adapt(Tensor.From([30, 5, 7, 7, 5, 7]));
        Assert.Equal([7L, 5], short2.Vocabulary!);
    }

    [Fact]
    public void Unknown_numbers_may_have_several_places()
    {
        var lookup = new IntegerLookup([100, 200], oovIndices: 3);
        int[] places = Places(lookup, Tensor.Arange(0, 201, dtype: DType.Int32));
        Assert.Equal((3, 4), (places[100], places[200]));
        Assert.Equal([0, 1, 2], places.Where(place => place < 3).Distinct().Order());
    }

    [Fact]
    public void The_vocabulary_travels_in_the_model()
    {
        var lookup = new IntegerLookup();
        lookup.Adapt(Tensor.From([4, 9, 9]));
        var model = new Sequential(lookup, new CategoryEncoding(3), new Dense(2)) { Seed = 4 };
        Tensor x = Tensor.From(new[,] { { 9, 4 }, { 1, 1 } });
        Tensor y = model.Predict(x);
        using var folder = new TemporaryFolder();
        model.Save(folder["a.nabla"]);
        Assert.Equal(y.ToArray(), Model.Load(folder["a.nabla"]).Predict(x).ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("call Adapt with data", Assert.Throws<InvalidOperationException>(
            () => Places(new IntegerLookup(), Tensor.From([1]))).Message);
        var used = new IntegerLookup([1]);
        Places(used, Tensor.From([1]));
        Assert.Contains("adapt a new layer", Assert.Throws<InvalidOperationException>(
            () => used.Adapt(Tensor.From([1]))).Message);
        Assert.Throws<DTypeMismatchException>(() => Places(new IntegerLookup([1]), Tensor.Zeros(1)));
        Assert.Throws<ArgumentException>(() => new IntegerLookup([1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntegerLookup(oovIndices: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntegerLookup(maxTokens: 1));
    }

    private static int[] Places(IntegerLookup lookup, Tensor x) =>
        lookup.Apply(x, CallContext.Inference).ToArray<int>();
}

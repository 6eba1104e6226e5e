namespace Nabla.Tests.Layers.Preprocessing;

public sealed class HashingTests
{
    [Fact]
    public void Buckets_never_change_and_are_about_as_full()
    {
        Tensor numbers = Tensor.Arange(0, 10_000, dtype: DType.Int64);
        int[] buckets = Buckets(new Hashing(16), numbers);
        Assert.Equal(buckets, Buckets(new Hashing(16), numbers.Cast(DType.Int32)));
        Assert.All(buckets.CountBy(bucket => bucket), entry => Assert.InRange(entry.Value, 500, 750));
        Assert.NotEqual(buckets, Buckets(new Hashing(16, salt: 1), numbers));

        // ((a · (x mod p) + b) mod p) mod 1000 with the constants of salt 0, computed with Python's integers.
        Assert.Equal(
            [861, 124, 598, 260, 124, 335],
            Buckets(new Hashing(1000), Tensor.From([0L, 1, -1, 42, long.MaxValue, long.MinValue])));
    }

    [Fact]
    public void Its_configuration_comes_back_and_what_does_not_fit_is_named()
    {
        var again = ComponentJson.Read<Hashing>(ComponentJson.Write(new Hashing(5, 7)));
        Assert.Equal((5, 7), (again.Bins, again.Salt));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hashing(0));
        Assert.Contains("cast them with Cast(DType.Int64)", Assert.Throws<DTypeMismatchException>(
            () => new Hashing(3).Apply(Tensor.Zeros(2), CallContext.Inference)).Message);
    }

    private static int[] Buckets(Hashing layer, Tensor x) => layer.Apply(x, CallContext.Inference).ToArray<int>();
}

namespace Nabla.Tests.Ops.Convolution;

public sealed class PaddingTests
{
    public static TheoryData<Padding, string> Texts => new()
    {
        { Padding.Valid, "valid" },
        { Padding.Same, "same" },
        { Padding.Causal.With(PaddingMode.Replicate), "causal replicate" },
        { 1, "1" },
        { Padding.Of(1, 2), "1,2" },
        { Padding.Of([0], [1]).With(PaddingMode.Circular), "0:1 circular" },
        { Padding.Of([0, 1], [1, 2]).With(PaddingMode.Reflect), "0,1:1,2 reflect" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void ATextAndItsPaddingAreOne(Padding padding, string text)
    {
        Assert.Equal(text, padding.ToString());
        Assert.Equal(padding, Padding.Parse(text));
        Assert.NotEqual(padding, Padding.Parse("7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Same")]
    [InlineData("-1")]
    [InlineData("1,")]
    [InlineData("1:2:3")]
    [InlineData("1,2:3")]
    [InlineData("1 zeros")]
    [InlineData("1 reflect reflect")]
    [InlineData("reflect")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999")]
    public void OtherTextsAreRefused(string text)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => Padding.Parse(text));
        Assert.Contains(
            text == "99999999999" ? "0 to 2^31" : "write valid, same, causal", exception.Message,
            StringComparison.Ordinal);
    }
}

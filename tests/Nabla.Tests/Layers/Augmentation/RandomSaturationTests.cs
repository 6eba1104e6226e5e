using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomSaturationTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomSaturation(0.5f));

    public static TheoryData<string> Cases { get; } =
        [
            .. GoldenCase.In("images.json").Where(golden => golden.Operation == "saturation")
                .Select(golden => golden.Name),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void MatchesTheFormula(string name)
    {
        GoldenCase golden = GoldenCase.Named("images.json", name);
        float factor = (float)golden.Number("factor") - 1;
        Tensor y = new RandomSaturation((factor, factor)).Apply(golden.Input("x"), AugmentationCheck.Training());
        GoldenCase.AssertClose(golden.Output("output"), y, 1e-6, name);
    }
}

using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Augmentation;

public sealed class ResizingTests
{
    public static TheoryData<string> Cases { get; } =
        [.. GoldenCase.In("images.json").Where(golden => golden.Operation == "resize").Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void MatchesPyTorch(string name)
    {
        GoldenCase golden = GoldenCase.Named("images.json", name);
        var layer = new Resizing((int)golden.Number("height"), (int)golden.Number("width"));
        foreach (DType dtype in new[] { DType.Float32, DType.Float64 })
        {
            Tensor resized = layer.Apply(golden.Input("x").Cast(dtype), CallContext.Inference);
            GoldenCase.AssertClose(golden.Output("output"), resized, 1e-5, name);
        }
    }

    [Fact]
    public void CropsToKeepProportions()
    {
        Tensor image = Tensor.Arange(0, 6, dtype: DType.Float32).BroadcastTo(1, 2, 6);
        Tensor cropped = new Resizing(2, 2, cropToAspectRatio: true).Apply(image, CallContext.Inference);
        Assert.Equal([2, 3, 2, 3], cropped.ToArray());
    }
}

namespace Nabla.Tests.Layers;

public sealed class CroppingLayerTests
{
    [Fact]
    public void ConfigurationIsReadable() => Assert.Equal(
        """{"type":"cropping_2d","version":1,"cropping":"0,1:2,0","trainable":true}""",
        ComponentJson.Write(new Cropping2D(Padding.Of([0, 1], [2, 0]))));
}

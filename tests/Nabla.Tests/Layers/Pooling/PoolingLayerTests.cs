namespace Nabla.Tests.Layers;

public sealed class PoolingLayerTests
{
    [Fact]
    public void ConfigurationIsReadable() => Assert.Equal(
        """
        {"type":"max_pooling_2d","version":1,"poolSize":[3],"strides":[2],"padding":"same reflect","dilations":[],
        """ + """
        "trainable":true}
        """,
        ComponentJson.Write(new MaxPooling2D(3, 2, Padding.Same.With(PaddingMode.Reflect))));

    [Theory]
    [InlineData("""{"type":"max_pooling_2d","version":1,"poolSize":[3],"padding":"some"}""", "or widths such as")]
    [InlineData("""{"type":"max_pooling_2d","version":1,"poolSize":[3],"padding":"1,2,3"}""", "one for each of 2")]
    [InlineData("""{"type":"max_pooling_2d","version":1,"poolSize":[0]}""", "one number of 1 or more")]
    public void WhatIsWrongInAFileIsRefused(string json, string expected) => Assert.Contains(
        expected, Assert.Throws<System.Text.Json.JsonException>(() => ComponentJson.Read<Layer>(json)).Message);
}

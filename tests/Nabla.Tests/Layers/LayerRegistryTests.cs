using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Tests.Layers;

public sealed partial class LayerRegistryTests
{
    [Fact]
    public void OnesOwnLayerIsOneLine()
    {
        LayerRegistry.Register("test_scale", 2, TestLayers.Default.Scale);

        LayerCheck.Run(() => new Scale(0.5) { Name = "half" }, [4, 3], [4, 3]);
        Assert.Equal(
            """{"type":"test_scale","version":2,"factor":0.5,"name":"half","trainable":true}""",
            JsonSerializer.Serialize<Layer>(new Scale(0.5) { Name = "half" }, LayerJson.Default.Layer));
        Assert.Throws<ArgumentException>(() => LayerRegistry.Register("test_scale", 2, TestLayers.Default.Scale));
    }

    [Fact]
    public void ConfigurationIsReadable() => Assert.Equal(
        """
        {"type":"dense","version":1,"units":3,"activation":"relu","useBias":true,
        """ + """
        "kernelInitializer":{"type":"glorot_uniform","version":1},
        """ + """
        "biasInitializer":{"type":"zeros","version":1},"trainable":true}
        """,
        JsonSerializer.Serialize<Layer>(new Dense(3, Activation.Relu), LayerJson.Default.Layer));

    [Theory]
    [InlineData("""{"type":"system.diagnostics.process","version":1}""", "unknown")]
    [InlineData("""{"type":"dense","version":2,"units":3}""", "version 2")]
    [InlineData("""{"type":"dense","version":0,"units":3}""", "version 0")]
    [InlineData("""{"version":1,"units":3}""", "a type and a version")]
    [InlineData("""{"type":7,"version":1}""", "a type and a version")]
    [InlineData("[]", "a type and a version")]
    public void WhatIsNotRegisteredIsRefused(string json, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, LayerJson.Default.Layer)).Message);

    [Fact]
    public void ALayerThatIsNotRegisteredCannotBeSaved()
    {
        var exception = Assert.Throws<NotSupportedException>(
            () => JsonSerializer.Serialize<Layer>(new Unregistered(), LayerJson.Default.Layer));
        Assert.Contains("LayerRegistry.Register", exception.Message);
    }

    internal sealed class Scale(double factor) : Layer
    {
        public double Factor { get; } = factor;

        protected override Tensor Call(Tensor x, CallContext context) => x * Factor;
    }

    private sealed class Unregistered : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context) => x;
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Scale))]
    internal sealed partial class TestLayers : JsonSerializerContext;
}

using System.Text.Json.Serialization.Metadata;
using Nabla.Configuration;

namespace Nabla;

/// <summary>The layers that a model's file may name; register your own here once, at start.</summary>
/// <example><code>
/// [JsonSerializable(typeof(Residual))]
/// partial class MyLayers : JsonSerializerContext;
///
/// LayerRegistry.Register("residual", 1, MyLayers.Default.Residual);
/// </code></example>
public static class LayerRegistry
{
    internal static ComponentRegistry<Layer> Components { get; } = new("layer");

    static LayerRegistry()
    {
        LayerJson json = LayerJson.Default;
        Register("sequential", 1, json.Sequential);
        Register("dense", 1, json.Dense);
        Register("flatten", 1, json.Flatten);
        Register("dropout", 1, json.Dropout);
        Register("activation", 1, json.ActivationLayer);
    }

    /// <summary>Registers a kind of layer.</summary>
    /// <param name="kind">Its name in files.</param>
    /// <param name="version">The version of its configuration; older ones are read with the same type.</param>
    /// <param name="configuration">
    /// How its constructor's parameters are read and written, from a source-generated context.
    /// </param>
    /// <exception cref="ArgumentException">The kind or the type is registered already.</exception>
    public static void Register<TLayer>(string kind, int version, JsonTypeInfo<TLayer> configuration)
        where TLayer : Layer => Components.Register(kind, version, configuration);
}

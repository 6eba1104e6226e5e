using System.Text.Json.Serialization.Metadata;
using Nabla.Configuration;

namespace Nabla;

/// <summary>The initializers that a model's file may name; register your own here once, at start.</summary>
public static class InitializerRegistry
{
    internal static ComponentRegistry<Initializer> Components { get; } = new("initializer");

    static InitializerRegistry()
    {
        InitializerJson json = InitializerJson.Default;
        Register("zeros", 1, json.Zeros);
        Register("ones", 1, json.Ones);
        Register("constant", 1, json.Constant);
        Register("random_uniform", 1, json.RandomUniform);
        Register("random_normal", 1, json.RandomNormal);
        Register("glorot_uniform", 1, json.GlorotUniform);
        Register("glorot_normal", 1, json.GlorotNormal);
        Register("he_uniform", 1, json.HeUniform);
        Register("he_normal", 1, json.HeNormal);
    }

    /// <summary>Registers a kind of initializer.</summary>
    /// <param name="kind">Its name in files.</param>
    /// <param name="version">The version of its configuration; older ones are read with the same type.</param>
    /// <param name="configuration">
    /// How its constructor's parameters are read and written, from a source-generated context.
    /// </param>
    /// <exception cref="ArgumentException">The kind or the type is registered already.</exception>
    public static void Register<TInitializer>(string kind, int version, JsonTypeInfo<TInitializer> configuration)
        where TInitializer : Initializer => Components.Register(kind, version, configuration);
}

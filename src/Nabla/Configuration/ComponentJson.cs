using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nabla.Configuration;
using Nabla.Configuration.Types;

namespace Nabla;

/// <summary>Components as JSON: layers, losses, metrics, optimizers, schedules, whatever has a name in files.</summary>
/// <remarks>
/// A component is an object with its kind as <c>type</c>, the <c>version</c> of its configuration and what its
/// constructor takes. A text that says anything else, or anything twice, is refused.
/// </remarks>
/// <example><code>
/// string text = ComponentJson.Write(new Adam(1e-3));     // {"type":"adam","version":1,"learningRate":0.001,…}
/// Optimizer optimizer = ComponentJson.Read&lt;Optimizer>(text);
/// </code></example>
public static class ComponentJson
{
    /// <summary>How deep objects and lists may lie within one another, in files as in texts.</summary>
    public const int MaximumDepth = 1000;

    // Relaxed: configurations are no web pages, and stay readable.
    private static readonly JsonWriterOptions s_writerOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaximumDepth + 1,
    };

    /// <summary>Writes the configuration of a component, without what it has learned.</summary>
    /// <param name="component">The component.</param>
    /// <exception cref="NotSupportedException">
    /// It, or a part of it, is of a class without <see cref="ComponentAttribute"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Its parts lie more than <see cref="MaximumDepth"/> levels deep.
    /// </exception>
    public static string Write(object component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return Write(component, ConfigurationTypes.Component<object>());
    }

    /// <summary>Reads a component.</summary>
    /// <typeparam name="T">The base class of a family, such as <see cref="Layer"/>, or a class within it.</typeparam>
    /// <param name="text">What <see cref="Write(object)"/> wrote.</param>
    /// <exception cref="JsonException">
    /// The text is no configuration of such a component; the message names the place, as in <c>layers[2].units</c>.
    /// </exception>
    public static T Read<T>(string text) where T : class =>
        Read(text, ConfigurationTypes.Component<T>());

    /// <summary>Reads a component of a type that is known when the program runs.</summary>
    /// <param name="text">What <see cref="Write(object)"/> wrote.</param>
    /// <param name="type">The base class of a family, or a class within it.</param>
    /// <exception cref="JsonException">The text is no configuration of such a component.</exception>
    public static object Read(string text, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Read(text, new ComponentType<object>(type));
    }

    internal static string Write<T>(T value, ConfigurationType<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_writerOptions))
        {
            type.Write(new ComponentWriter(json), value);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    internal static T Read<T>(string text, ConfigurationType<T> type)
    {
        ArgumentNullException.ThrowIfNull(text);
        using JsonDocument document = Parse(text);
        return type.Read(new ConfigurationNode(document.RootElement, null));
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException exception)
        {
            throw new JsonException(
                $"the text is no JSON of at most {MaximumDepth} levels: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException("the text is not valid Unicode", exception);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Nabla.Configuration;

/// <summary>Reads the members of a component's configuration. Members that nobody asks for are refused.</summary>
public sealed class ComponentReader
{
    private readonly ConfigurationNode _node;
    private readonly Dictionary<string, JsonElement> _members;
    private readonly string _subject;
    private readonly List<string> _known = [];

    internal ComponentReader(
        ConfigurationNode node, Dictionary<string, JsonElement> members, string subject, int version)
    {
        _node = node;
        _members = members;
        _subject = subject;
        Version = version;
    }

    /// <summary>The version that the configuration was written with, at most that of the component.</summary>
    public int Version { get; }

    /// <summary>Reads a member that must be there.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="type">How such a value is read, from <see cref="ConfigurationTypes"/>.</param>
    /// <exception cref="JsonException">It is missing, or of another type.</exception>
    public T Read<T>(string name, ConfigurationType<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return TryRead(name, type, out T? value)
            ? value
            : throw _node.Member(name, default).Invalid($"expected {type.Expected} but it is missing");
    }

    /// <summary>Reads a member that may be missing.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="type">How such a value is read, from <see cref="ConfigurationTypes"/>.</param>
    /// <param name="defaultValue">What it is when it is missing.</param>
    /// <exception cref="JsonException">It is of another type.</exception>
    public T Read<T>(string name, ConfigurationType<T> type, T defaultValue) =>
        TryRead(name, type, out T? value) ? value : defaultValue;

    /// <summary>Reads a member if it is there.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="type">How such a value is read, from <see cref="ConfigurationTypes"/>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it is there.</returns>
    /// <exception cref="JsonException">It is of another type.</exception>
    public bool TryRead<T>(string name, ConfigurationType<T> type, [MaybeNullWhen(false)] out T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        _known.Add(name);
        if (!_members.Remove(name, out JsonElement element))
        {
            value = default;
            return false;
        }

        value = type.Read(_node.Member(name, element));
        return true;
    }

    /// <summary>Reads what a component describes itself.</summary>
    /// <exception cref="JsonException">The configuration is wrong.</exception>
    public T ReadSelf<T>() where T : class, ISelfDescribing<T> => T.ReadConfiguration(this);

    /// <summary>An exception that names the place, for a component that finds its configuration wrong.</summary>
    /// <param name="problem">What was found and what was expected, without a full stop.</param>
    public JsonException Invalid(string problem) => _node.Invalid(problem);

    /// <summary>Reads the whole, and says where it stands when it is refused.</summary>
    internal T ReadAll<T>(Func<ComponentReader, T> read)
    {
        T result;
        try
        {
            result = read(this);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException
            or NotSupportedException or ArithmeticException or FormatException)
        {
            // The component itself refused what it was given.
            throw _node.Invalid(exception.Message, exception);
        }

        if (_members.Keys.FirstOrDefault() is { } unknown)
        {
            string known = _known.Count == 0 ? "it has none" : $"it has {string.Join(", ", _known)}";
            throw _node.Member(unknown, default).Invalid($"{_subject} has no such member; {known}");
        }

        return result;
    }
}
